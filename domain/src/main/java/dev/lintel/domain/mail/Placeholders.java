package dev.lintel.domain.mail;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the placeholders of a text and puts values in their place. */
final class Placeholders {
    private static final Pattern WRITTEN = Pattern.compile("\\{([A-Za-z]+)}");

    private Placeholders() {}

    /** Names of all that are written in the text, known or not, in its order. */
    static Set<String> in(String text) {
        Set<String> names = new LinkedHashSet<>();
        WRITTEN.matcher(text).results().map(found -> found.group(1)).forEach(names::add);
        return names;
    }

    /** The text with the values in place; what has no value stays as it is written. A value is never looked at again. */
    static String fill(String text, Map<String, String> values, UnaryOperator<String> escape) {
        return WRITTEN.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? found.group() : escape.apply(value));
        });
    }
}
