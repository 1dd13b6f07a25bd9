package dev.lintel.domain.access;

import java.util.List;
import java.util.Locale;

/** Says a decision as a person would. The domain knows codes only; the sentences come from the message bundles. */
public interface DecisionWording {
    /** One plain sentence, in the nearest language there is. */
    String sentence(AccessFacts facts, Decision decision, Locale locale);

    /** One plain sentence on what would have opened the door, see {@link WhyNot}. */
    String remedy(AccessFacts facts, List<Remedy> together, Locale locale);
}
