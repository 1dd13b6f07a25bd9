package dev.lintel.domain.user.factor;

/**
 * What the server must keep of a passkey to recognise it (WebAuthn level 3, 4: credential record).
 *
 * @param owner handle of the account
 * @param credential by which the authenticator knows it
 * @param publicKey COSE key
 * @param attestation attestation object of the registration
 * @param signatureCount of the last use; an authenticator that goes back is a copy
 */
public record PasskeyRecord(
        byte[] owner,
        byte[] credential,
        String name,
        byte[] publicKey,
        byte[] attestation,
        long signatureCount,
        boolean backedUp) {
    public static final int LONGEST_NAME = 100;

    public PasskeyRecord {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("the name of a passkey has 1 to " + LONGEST_NAME + " characters");
        }
    }
}
