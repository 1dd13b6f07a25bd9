package dev.lintel.domain.user;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How things are shown to somebody.
 *
 * @param zone whose clock is read; null is that of the browser
 */
public record Preferences(
        Locale language,
        @Nullable ZoneId zone,
        TimeFormat timeFormat,
        IdentifierNotation notation,
        ColourScheme appearance) {
    /** Of somebody who has not said anything. */
    public static Preferences initial(Locale language) {
        return new Preferences(language, null, TimeFormat.H24, IdentifierNotation.DECIMAL, ColourScheme.AUTO);
    }

    public Preferences withLanguage(Locale other) {
        return new Preferences(other, zone, timeFormat, notation, appearance);
    }

    public Preferences withAppearance(ColourScheme other) {
        return new Preferences(language, zone, timeFormat, notation, other);
    }

    /** The zone of that name; empty when the tz database has none. */
    public static Optional<ZoneId> zone(String name) {
        return ZoneId.getAvailableZoneIds().contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }
}
