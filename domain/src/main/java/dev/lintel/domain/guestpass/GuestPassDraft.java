package dev.lintel.domain.guestpass;

import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierDraft;
import dev.lintel.domain.identifier.IdentifierType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a guest pass to be. It may be wrong: {@link GuestPassCheck} judges it.
 *
 * @param host id of the person who expects the visitor
 * @param type one of {@link #TYPES}
 * @param plate of a licence plate; the server makes what is presented of the other types
 * @param visitor who comes; may be blank
 * @param message to the visitor; may be blank
 * @param email of the visitor; may be blank
 * @param phone of the visitor; may be blank
 * @param language in which the visitor is written to
 * @param from first instant at which it may be used
 * @param until first instant at which it may no longer be used
 * @param passes how often it may be used; null is without limit
 * @param restrictions ids of what it opens
 */
public record GuestPassDraft(
        String host,
        GuestKind kind,
        IdentifierType type,
        String plate,
        String visitor,
        String message,
        String email,
        String phone,
        Locale language,
        Instant from,
        Instant until,
        @Nullable Integer passes,
        List<String> restrictions) {
    /** What visitors are given. */
    public static final Set<IdentifierType> TYPES =
            Set.of(IdentifierType.QR, IdentifierType.ACCESS_CODE, IdentifierType.URL, IdentifierType.LICENCE_PLATE);

    /** How long a pass lasts unless somebody says otherwise. */
    public static final Duration USUAL_PERIOD = Duration.ofDays(1);

    public static final int USUAL_PASSES = 1;
    public static final int LONGEST_MESSAGE = 500;
    public static final int LONGEST_EMAIL = 254;
    public static final int LONGEST_PHONE = 50;

    public GuestPassDraft {
        plate = type == IdentifierType.LICENCE_PLATE ? plate.strip() : "";
        visitor = visitor.strip();
        message = message.strip();
        email = email.strip();
        phone = phone.strip();
        from = from.truncatedTo(ChronoUnit.MICROS);
        until = until.truncatedTo(ChronoUnit.MICROS);
        restrictions = restrictions.stream().distinct().sorted().toList();
    }

    /** The usual pass: a QR code for a guest, good for one pass within a day. */
    public static GuestPassDraft usual(String host, List<String> restrictions, Locale language, Instant now) {
        return new GuestPassDraft(
                host,
                GuestKind.GUEST,
                IdentifierType.QR,
                "",
                "",
                "",
                "",
                "",
                language,
                now,
                now.plus(USUAL_PERIOD),
                USUAL_PASSES,
                restrictions);
    }

    IdentifierDraft identifier() {
        return new IdentifierDraft(host, type, plate, visitor, "", from, until, passes, restrictions);
    }
}
