package dev.lintel.domain.audit;

import java.util.Locale;
import java.util.Set;

/**
 * By what a person can be known in the logs and elsewhere.
 *
 * @param words names, addresses and logins, past and present
 * @param accounts numbers of their accounts
 * @param identifiers ids of their identifiers
 * @param values what these identifiers are at a door, such as the number of a card
 */
record Traces(
        long project, String id, Set<String> words, Set<Long> accounts, Set<String> identifiers, Set<String> values) {
    Traces {
        words = Set.copyOf(words);
        accounts = Set.copyOf(accounts);
        identifiers = Set.copyOf(identifiers);
        values = Set.copyOf(values);
    }

    String[] wordList() {
        return words.toArray(String[]::new);
    }

    /** As the server writes words that are searched for. */
    String[] soughtWords() {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toArray(String[]::new);
    }

    Long[] accountList() {
        return accounts.toArray(Long[]::new);
    }

    String[] identifierList() {
        return identifiers.toArray(String[]::new);
    }

    String[] valueList() {
        return values.toArray(String[]::new);
    }

    /** Whether a text is one of the words, in whatever case somebody typed it. */
    boolean isWord(String text) {
        return words.stream().anyMatch(text::equalsIgnoreCase);
    }
}
