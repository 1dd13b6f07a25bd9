package dev.lintel.rules.reference;

import dev.lintel.domain.identifier.IdentifierType;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The ways in which the same identifier may be presented, written out. Cards here are numbers of four bytes. */
final class Notations {
    private Notations() {}

    static List<String> of(IdentifierType type, String stored) {
        String upper = stored.toUpperCase(Locale.ROOT);
        return switch (type) {
            case CARD -> card(Long.parseLong(stored));
            case LICENCE_PLATE ->
                List.of(
                        upper,
                        upper.toLowerCase(Locale.ROOT),
                        String.join(" ", upper.split("")),
                        upper.substring(0, 2) + "-" + upper.substring(2));
            case UKEY -> List.of(upper, upper.toLowerCase(Locale.ROOT));
            case ACCESS_CODE, FACE, QR, URL -> List.of(stored);
        };
    }

    private static List<String> card(long number) {
        List<String> all = new ArrayList<>();
        for (long order : new long[] {number, Integer.toUnsignedLong(Integer.reverseBytes((int) number))}) {
            all.add(Long.toString(order));
            all.add(String.format("%010d", order));
            String hex = String.format("%08X", order);
            for (String separator : List.of(":", "-", " ")) {
                all.add(String.join(separator, hex.split("(?<=\\G..)")));
            }
            // digits alone are decimal
            if (!hex.matches("\\d+")) {
                all.add(hex);
                all.add(hex.toLowerCase(Locale.ROOT));
                all.add("0x" + hex);
            }
            all.add(String.format("%03d,%05d", order >> 16 & 0xFF, order & 0xFFFF));
        }
        return all;
    }

    /** Sixteen hexadecimal digits, of which one is a letter for sure. */
    static String key(long number) {
        return "A" + HexFormat.of().toHexDigits(number, 15).toUpperCase(Locale.ROOT);
    }
}
