package dev.lintel.domain.permission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Makes secrets, and hashes those that it made. They are random with 128 bits or more, so one SHA-256 is enough: nobody can
 * try that many, and a slow hash would only make doors slow. Passwords that people choose need a slow one.
 */
public final class Secrets {
    /** Without what is misread for something else: 0 O o, 1 I l i. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** A secret that people can read aloud and type; 5.7 bits for each character. */
    public static String readable(int characters) {
        StringBuilder secret = new StringBuilder(characters);
        for (int i = 0; i < characters; i++) {
            secret.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return secret.toString();
    }

    /** A secret for programs: 256 bits in 43 characters that need no escape in a URL. */
    public static String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(TOKEN_BYTES));
    }

    /** Random bytes, for a salt. */
    public static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** SHA-256 of the parts one after the other. */
    public static byte[] hash(byte[] salt, String secret) {
        return hash(salt, secret.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of what is no text. */
    public static byte[] hash(byte[] content) {
        return hash(content, new byte[0]);
    }

    private static byte[] hash(byte[] first, byte[] second) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(first);
            return digest.digest(second);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** SHA-256 of a secret that is looked for by its hash. */
    public static byte[] hash(String secret) {
        return hash(new byte[0], secret);
    }
}
