package dev.lintel.domain.wire;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Spells enum constants as the site file does: {@code LICENCE_PLATE} is {@code licence-plate}. */
public final class WireName {
    private WireName() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant with that spelling; any case, and underscores are as good as dashes. */
    public static <E extends Enum<E>> Optional<E> parse(Class<E> type, String text) {
        String wanted = text.strip().replace('_', '-');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equalsIgnoreCase(wanted))
                .findFirst();
    }

    /** All spellings, for the text of a refusal. */
    public static String choices(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(WireName::of).collect(Collectors.joining(", "));
    }
}
