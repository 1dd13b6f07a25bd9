package dev.lintel.domain.user;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.lintel.domain.user.PasswordRefusedException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which passwords people may choose: long ones, whatever is in them, but for those that are tried first (NIST SP 800-63B-4,
 * 3.1.1.2): long passwords that are common or were found in breaches, the 30,000 that leaked most often, and what is made of
 * those, of names, words, dates and keyboard walks in ways that programs for guessing know, too (zxcvbn, Wheeler 2016).
 * Nothing of it is looked up elsewhere.
 */
final class PasswordRules {
    static final int FEWEST_CHARACTERS = 12;

    /** bcrypt takes no more. */
    static final int MOST_BYTES = 72;

    private static final int FEWEST_DIFFERENT = 4;

    /** Out of reach of somebody who has to ask the server each time. */
    private static final double FEWEST_GUESSES = 1e8;

    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /** @throws PasswordRefusedException when it may not be chosen */
    static void check(String login, String chosen) {
        String lower = chosen.toLowerCase(Locale.ROOT);
        if (lower.equals(login.toLowerCase(Locale.ROOT))) {
            throw new PasswordRefusedException(Reason.SAME_AS_LOGIN);
        }
        if (chosen.codePointCount(0, chosen.length()) < FEWEST_CHARACTERS) {
            throw new PasswordRefusedException(Reason.TOO_SHORT);
        }
        if (chosen.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new PasswordRefusedException(Reason.TOO_LONG);
        }
        boolean known = COMMON.contains(lower) || BreachedPasswords.has(chosen);
        boolean plain = known || chosen.codePoints().distinct().count() < FEWEST_DIFFERENT;
        if (plain || guesses(login, chosen) < FEWEST_GUESSES) {
            throw new PasswordRefusedException(Reason.TOO_COMMON);
        }
    }

    /** After how many tries a program for guessing would come to it. */
    private static double guesses(String login, String chosen) {
        return new Zxcvbn().measure(chosen, List.of(login, "lintel")).getGuesses();
    }

    private static Set<String> common() {
        try (InputStream list =
                Objects.requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
