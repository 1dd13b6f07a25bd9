package dev.lintel.ui.audit;

import dev.lintel.domain.audit.AuditEntry;
import dev.lintel.domain.device.DeviceType;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.permission.BuiltInProfile;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.review.Review;
import dev.lintel.domain.rulebook.RulebookVersion;
import dev.lintel.domain.wire.WireName;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.rulebook.AuditedRuleWords;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The entries of the audit in the reader's language. What nobody has named yet is shown as the code says it. */
record AuditWords(Moments moments, AuditedRuleWords rules) {
    private static final Pattern NEXT_WORD = Pattern.compile("[^A-Za-z]+([A-Za-z])");
    private static final String BETWEEN = ", ";

    /** Profiles that people made are called by their ids. */
    static AuditWords in(Moments moments) {
        return in(moments, Map.of());
    }

    /** @param profiles names by id */
    static AuditWords in(Moments moments, Map<String, String> profiles) {
        Map<String, String> all = new HashMap<>(profiles);
        for (BuiltInProfile profile : BuiltInProfile.values()) {
            all.put(profile.code(), moments.messages().nameOf(moments.locale(), profile));
        }
        return new AuditWords(moments, new AuditedRuleWords(moments, all));
    }

    String kind(AuditEntry entry) {
        return named("audit.kind.", entry.kind());
    }

    /** What the record is called. */
    String record(AuditEntry entry) {
        if (entry.kind().equals("list")) {
            return named("audit.list.", entry.recordName());
        }
        if (entry.kind().equals("rulebook")) {
            return rules.record(entry.recordId());
        }
        return entry.recordName().isEmpty() ? entry.recordId() : entry.recordName();
    }

    /** For example "logical address" of {@code logicalAddress}. */
    String field(String name) {
        return rules.field(name).orElseGet(() -> named("audit.field.", name));
    }

    /** What a field was set to; a code that stands for something as what it stands for. */
    String value(AuditEntry entry, String field, @Nullable String value) {
        return value == null ? "" : rules.value(field, value).orElseGet(() -> other(entry, field, value));
    }

    private String other(AuditEntry entry, String field, String value) {
        return switch (field) {
            case "profile" -> constant(value, BuiltInProfile.values(), BuiltInProfile::code);
            case "permissions" ->
                Stream.of(value.split(BETWEEN))
                        .map(code -> constant(code, Permission.values(), Permission::code))
                        .collect(Collectors.joining(BETWEEN));
            case "type" -> type(entry.kind(), value);
            case "state" ->
                entry.kind().equals("access-review")
                        ? constant(value, Review.State.values(), WireName::of)
                        : constant(value, RulebookVersion.State.values(), WireName::of);
            default -> value.equals("true") || value.equals("false") ? named("audit.value.", value) : value;
        };
    }

    private String type(String kind, String value) {
        return switch (kind) {
            case "device" -> constant(value, DeviceType.values(), WireName::of);
            case "group" -> constant(value, GroupType.values(), WireName::of);
            case "identifier", "guest-pass" -> constant(value, IdentifierType.values(), WireName::of);
            default -> value;
        };
    }

    private <E extends Enum<E>> String constant(String code, E[] constants, Function<E, String> codeOf) {
        return Arrays.stream(constants)
                .filter(constant -> codeOf.apply(constant).equals(code))
                .findFirst()
                .map(constant -> moments.messages().nameOf(moments.locale(), constant))
                .orElse(code);
    }

    private String named(String beginning, String code) {
        String key = key(beginning, code);
        String text = moments.messages().getTranslation(key, moments.locale());
        return text.equals(key) ? code : text;
    }

    /** The key of the text for a code, for example {@code audit.kind.mailServer} for {@code mail-server}. */
    static String key(String beginning, String code) {
        return beginning
                + NEXT_WORD.matcher(code).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }
}
