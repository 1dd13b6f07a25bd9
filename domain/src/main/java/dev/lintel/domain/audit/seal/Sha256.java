package dev.lintel.domain.audit.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash of all seals. */
final class Sha256 {
    static final int BYTES = 32;

    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
