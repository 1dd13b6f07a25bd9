package dev.lintel.domain.access;

import java.util.List;
import java.util.Locale;

/** Says a decision as a person would. The domain knows codes only; the sentences come from the message bundles. */
public interface DecisionWording {
    /** One plain sentence, in the nearest language there is. */
    String sentence(AccessFacts facts, Decision decision, Locale locale);

    /** The same with what would have opened a door that stayed shut, in the nearest language there is. */
    Explanation explanation(AccessFacts facts, Decision decision, Locale locale);

    /**
     * A decision with all that explains it.
     *
     * @param sentence what was decided and why
     * @param ways the smallest changes that would have opened the door, see {@link WhyNot}; may be empty
     */
    record Explanation(String sentence, List<Way> ways) {
        public Explanation {
            ways = List.copyOf(ways);
        }
    }

    /**
     * A change that alone would have been enough.
     *
     * @param sentence one plain sentence
     * @param together all that belongs to it
     */
    record Way(String sentence, List<Remedy> together) {
        public Way {
            together = List.copyOf(together);
        }
    }
}
