package dev.lintel.domain.wire;

import java.security.SecureRandom;

/** Makes ids for records that people add: short enough for an address, and as good as never the same twice. */
public final class NewId {
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    /** 60 bits. */
    private static final int CHARACTERS = 12;

    private static final SecureRandom RANDOM = new SecureRandom();

    private NewId() {}

    public static String next() {
        StringBuilder id = new StringBuilder(CHARACTERS);
        for (int i = 0; i < CHARACTERS; i++) {
            id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
