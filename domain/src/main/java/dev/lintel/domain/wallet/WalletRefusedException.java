package dev.lintel.domain.wallet;

import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.domain.wire.WishRefusedException;
import java.util.List;

/** A setting of wallets was not taken; nothing was stored. */
public final class WalletRefusedException extends WishRefusedException {
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

    /**
     * One thing that is wrong.
     *
     * @param value what was given, or what it says; may be empty, and is never a secret
     */
    public record Problem(Field field, Reason reason, String value) implements FieldProblem {
        @Override
        public boolean comesTooLate() {
            return reason == Reason.CHANGED_MEANWHILE;
        }
    }

    public WalletRefusedException(Field field, Reason reason, String value) {
        super(List.of(new Problem(field, reason, value)), ": ");
    }
}
