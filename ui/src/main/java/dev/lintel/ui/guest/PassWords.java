package dev.lintel.ui.guest;

import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a guest pass says of itself to people, by the clock on the wall of its project. */
record PassWords(Messages messages, Locale locale, ZoneId zone, GuestPass pass) {
    String from() {
        return moment(pass.facts().validFrom(), "guest.always");
    }

    String until() {
        return moment(pass.facts().validUntil(), "guest.forEver");
    }

    String passesLeft() {
        Integer left = pass.passesLeft();
        return left == null ? text("guest.withoutLimit") : text("number", left);
    }

    private String moment(@Nullable Instant at, String none) {
        return at == null
                ? text(none)
                : DateTimeFormatter.ofPattern(
                                text("guest.moment"), Language.nearest(locale).locale())
                        .format(at.atZone(zone));
    }

    private String text(String key, Object... arguments) {
        return messages.getTranslation(key, locale, arguments);
    }
}
