package dev.lintel.domain.identifier;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the identifier that a presented value means, in any notation. Immutable: a change makes a new index that shares all but
 * the touched entries with the old.
 *
 * <p>A card is looked for in this order, and the first reading that finds a card decides: the same number; the same bytes turned
 * round, with those that a reader padded; then, where one of the two sides knows the low bits only (3+5 form: 24 bits, an EM
 * card without its customer byte: 32), those bits. Bits that several cards share find none of them: nobody is let in for
 * somebody else.
 */
public final class IdentifierIndex {
    public static final IdentifierIndex EMPTY = new IdentifierIndex(HashMap.empty(), HashMap.empty());

    private final Map<String, String> whole;
    private final Map<Long, List<String>> parts;

    /** Which part of a stored card's number a key of {@link #parts} is. */
    private enum Part {
        LOW_24,
        LOW_24_REVERSED,
        WRITTEN_24,
        LOW_32;

        Long key(long bits) {
            return (long) ordinal() << Integer.SIZE | bits;
        }
    }

    private IdentifierIndex(Map<String, String> whole, Map<Long, List<String>> parts) {
        this.whole = whole;
        this.parts = parts;
    }

    /** The id of the identifier that a presented value means; null when there is none, or when it could mean several. */
    public @Nullable String find(IdentifierType type, String presented) {
        if (type == IdentifierType.CARD) {
            return CardNumber.parse(presented).map(this::findCard).orElse(null);
        }
        try {
            return whole.getOrElse(key(type, IdentifierValue.normalise(type, presented)), null);
        } catch (InvalidIdentifierException noSuchValue) {
            return null;
        }
    }

    private @Nullable String findCard(CardNumber card) {
        String same = whole.getOrElse(key(card.value()), null);
        if (same != null) {
            return same;
        }
        for (long reversed : card.reversals()) {
            String turned = whole.getOrElse(key(reversed), null);
            if (turned != null) {
                return turned;
            }
        }
        List<String> found = findPart(card);
        return found.size() == 1 ? found.head() : null;
    }

    private List<String> findPart(CardNumber card) {
        if (card.notation() == CardNumber.Notation.FACILITY) {
            return either(Part.LOW_24.key(card.low24()), Part.LOW_24_REVERSED.key(card.low24()));
        }
        List<String> written = either(Part.WRITTEN_24.key(card.low24()), Part.WRITTEN_24.key(card.reversedLow24()));
        return written.isEmpty() && card.length() <= 4 ? ids(Part.LOW_32.key(card.value())) : written;
    }

    private List<String> either(Long key, Long otherwise) {
        List<String> found = ids(key);
        return found.isEmpty() ? ids(otherwise) : found;
    }

    private List<String> ids(Long key) {
        return parts.getOrElse(key, List.empty());
    }

    /** The index with this identifier, whose value has been checked. */
    public IdentifierIndex with(Identifier identifier) {
        Map<Long, List<String>> more = parts;
        for (Long key : partKeys(identifier)) {
            more = more.put(key, ids(key).remove(identifier.id()).prepend(identifier.id()));
        }
        return new IdentifierIndex(whole.put(key(identifier), identifier.id()), more);
    }

    /** The index without this identifier, given as it was indexed. */
    public IdentifierIndex without(Identifier identifier) {
        Map<Long, List<String>> fewer = parts;
        for (Long key : partKeys(identifier)) {
            List<String> left = fewer.getOrElse(key, List.empty()).remove(identifier.id());
            fewer = left.isEmpty() ? fewer.remove(key) : fewer.put(key, left);
        }
        String key = key(identifier);
        // the value may have gone to another identifier in the same change
        boolean own = identifier.id().equals(whole.getOrElse(key, null));
        return new IdentifierIndex(own ? whole.remove(key) : whole, fewer);
    }

    private static java.util.List<Long> partKeys(Identifier identifier) {
        if (identifier.type() != IdentifierType.CARD) {
            return java.util.List.of();
        }
        CardNumber card = CardNumber.parse(identifier.value()).orElseThrow();
        if (card.notation() == CardNumber.Notation.FACILITY) {
            return java.util.List.of(Part.WRITTEN_24.key(card.low24()));
        }
        Long low = Part.LOW_24.key(card.low24());
        Long reversed = Part.LOW_24_REVERSED.key(card.reversedLow24());
        return card.length() == 5
                ? java.util.List.of(low, reversed, Part.LOW_32.key(card.value() & 0xFFFFFFFFL))
                : java.util.List.of(low, reversed);
    }

    private static String key(Identifier identifier) {
        return key(identifier.type(), IdentifierValue.known(identifier.type(), identifier.value()));
    }

    private static String key(IdentifierType type, String normalised) {
        return type.ordinal() + normalised;
    }

    private static String key(long number) {
        return key(IdentifierType.CARD, Long.toUnsignedString(number));
    }
}
