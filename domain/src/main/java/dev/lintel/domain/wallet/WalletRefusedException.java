package dev.lintel.domain.wallet;

import dev.lintel.domain.wire.Quoted;
import dev.lintel.domain.wire.WireName;

/** A setting of wallets was not taken; nothing was stored. */
public final class WalletRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Of what. */
    public enum Field {
        /** The PKCS#12 file with certificate and key. */
        CERTIFICATE,
        PASSWORD,
        /** The certificate of Apple that issued the other one. */
        INTERMEDIATE,
        ORGANISATION,
        BACKGROUND,
        FOREGROUND,
        ISSUER,
        /** The JSON file of the service account. */
        SERVICE_ACCOUNT
    }

    /** Why. */
    public enum Reason {
        MISSING,
        TOO_LONG,
        MALFORMED,
        /** No file of that kind. */
        UNREADABLE,
        WRONG_PASSWORD,
        /** The file has a certificate, but not its private key. */
        KEY_MISSING,
        /** The value says since when. */
        EXPIRED,
        /** It certifies something else than a pass type. */
        NOT_FOR_PASSES,
        /** The certificate was issued by somebody else. */
        NOT_ITS_ISSUER,
        /** Somebody else has changed the same in the meantime. */
        CHANGED_MEANWHILE
    }

    private final Field field;
    private final Reason reason;
    private final String value;

    /** @param value what was given, or what it says; may be empty, and is never a secret */
    public WalletRefusedException(Field field, Reason reason, String value) {
        super(WireName.of(field) + ": " + WireName.of(reason) + (value.isEmpty() ? "" : ": " + Quoted.of(value)));
        this.field = field;
        this.reason = reason;
        this.value = value;
    }

    public Field field() {
        return field;
    }

    public Reason reason() {
        return reason;
    }

    public String value() {
        return value;
    }
}
