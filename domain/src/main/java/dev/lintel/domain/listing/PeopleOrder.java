package dev.lintel.domain.listing;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Texts as people sort them, in any language: flat 2 before flat 10. What the database does by its collation of that name. */
final class PeopleOrder implements Comparator<String> {
    private static final Pattern PIECES = Pattern.compile("[0-9]+|[^0-9]+");

    private final Collator letters = Collator.getInstance(Locale.ROOT);

    PeopleOrder() {
        // a letter with a mark stands beside the one without
        letters.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
    }

    @Override
    public int compare(String one, String other) {
        List<String> pieces = pieces(one);
        List<String> others = pieces(other);
        for (int i = 0; i < Math.min(pieces.size(), others.size()); i++) {
            int difference = comparePieces(pieces.get(i), others.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        int shorter = Integer.compare(pieces.size(), others.size());
        // no two different texts are alike, or a page would not know where the one before it ended
        return shorter == 0 ? one.compareTo(other) : shorter;
    }

    private int comparePieces(String piece, String other) {
        if (!isNumber(piece) || !isNumber(other)) {
            return letters.compare(piece, other);
        }
        String number = withoutZeros(piece);
        String otherNumber = withoutZeros(other);
        int longer = Integer.compare(number.length(), otherNumber.length());
        return longer == 0 ? number.compareTo(otherNumber) : longer;
    }

    private static List<String> pieces(String text) {
        return PIECES.matcher(text).results().map(MatchResult::group).toList();
    }

    private static boolean isNumber(String piece) {
        return piece.charAt(0) >= '0' && piece.charAt(0) <= '9';
    }

    private static String withoutZeros(String digits) {
        return digits.replaceFirst("^0+", "");
    }
}
