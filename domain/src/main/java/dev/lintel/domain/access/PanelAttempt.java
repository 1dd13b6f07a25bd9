package dev.lintel.domain.access;

import dev.lintel.domain.device.DeviceEvent;
import dev.lintel.domain.identifier.IdentifierType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A pass attempt that a device decided by itself, read from the event that tells of it: category {@code access}, a code that
 * begins with {@code access_granted} or {@code access_denied}, and details that name what was presented. Our own protocol says
 * {@code {"identifier":{"type":"card","value":"…"},"lock":1,"accessPoint":"in"}}; BAS-IP panels say
 * {@code {"card":"…","lock":1}} or {@code {"code":"…"}} or {@code {"number":"…","type":"qr"}}
 * ({@code PUT /api/v0/devices/logs}).
 */
record PanelAttempt(Verdict verdict, AccessRequest request) {
    /** Tells of what this server decided, which is in the log already. */
    private static final String OUR_OWN = "remote_server";

    /** An event that is no pass attempt, or does not say what was presented, is none: empty. */
    static Optional<PanelAttempt> of(DeviceEvent event) {
        String code = event.code().toLowerCase(Locale.ROOT).replace('-', '_');
        Optional<Verdict> verdict = verdict(code);
        if (!event.category().equals("access") || verdict.isEmpty() || code.contains(OUR_OWN)) {
            return Optional.empty();
        }
        Map<?, ?> details = event.details();
        Map<?, ?> presented = details.get("identifier") instanceof Map<?, ?> object ? object : details;
        Optional<IdentifierType> type = type(code, presented);
        Optional<String> value = text(presented, "value", "card", "code", "number");
        if (type.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PanelAttempt(
                verdict.get(),
                new AccessRequest(
                        PlainText.of(event.serial()),
                        text(details, "accessPoint").map(PlainText::of).orElse(null),
                        lock(details),
                        type.get(),
                        value.get(),
                        event.deviceTime())));
    }

    private static Optional<Verdict> verdict(String code) {
        if (code.startsWith("access_granted")) {
            return Optional.of(Verdict.GRANT);
        }
        return code.startsWith("access_denied") ? Optional.of(Verdict.DENY) : Optional.empty();
    }

    private static Optional<IdentifierType> type(String code, Map<?, ?> presented) {
        Optional<IdentifierType> said = text(presented, "type").flatMap(PanelAttempt::type);
        if (said.isPresent()) {
            return said;
        }
        if (code.contains("face")) {
            return Optional.of(IdentifierType.FACE);
        }
        if (presented.containsKey("card")) {
            return Optional.of(IdentifierType.CARD);
        }
        return presented.containsKey("code") ? Optional.of(IdentifierType.ACCESS_CODE) : Optional.empty();
    }

    private static Optional<IdentifierType> type(String name) {
        String constant = name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(IdentifierType.values())
                .filter(type -> type.name().equals(constant))
                .findFirst();
    }

    /** The first of these that says something. */
    private static Optional<String> text(Map<?, ?> details, String... names) {
        return Stream.of(names)
                .map(details::get)
                .filter(value -> value instanceof String || value instanceof Number)
                .map(Objects::toString)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static @Nullable Integer lock(Map<?, ?> details) {
        return details.get("lock") instanceof Number number && number.intValue() >= 0 ? number.intValue() : null;
    }

    /** The locks that were opened, as far as the device said. */
    List<Integer> opened() {
        Integer lock = request.lock();
        return verdict == Verdict.GRANT && lock != null && lock > 0 ? List.of(lock) : List.of();
    }
}
