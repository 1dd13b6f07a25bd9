package dev.lintel.domain.wallet;

import dev.lintel.domain.wallet.WalletRefusedException.Field;
import dev.lintel.domain.wallet.WalletRefusedException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.jspecify.annotations.Nullable;

/**
 * What signs passes: a certificate for one pass type with its key, and the certificate of Apple that issued it (Apple,
 * "Building a Pass": the pass type identifier is the user id of the subject, the team its organisational unit).
 */
public record AppleCertificate(PrivateKey key, X509Certificate certificate, X509Certificate intermediate) {
    private static final String PASS_TYPE = "pass.";
    private static final String USER_ID = "UID";

    /**
     * Reads what somebody gives.
     *
     * @param file PKCS#12
     * @param intermediate DER or PEM; null where the file has it, too
     * @throws WalletRefusedException with what is wrong
     */
    public static AppleCertificate read(byte[] file, String password, byte @Nullable [] intermediate, Instant now) {
        KeyStore store = opened(file, password);
        try {
            String alias = Collections.list(store.aliases()).stream()
                    .filter(name -> isKey(store, name))
                    .findFirst()
                    .orElseThrow(() -> new WalletRefusedException(Field.CERTIFICATE, Reason.KEY_MISSING, ""));
            PrivateKey key = (PrivateKey) store.getKey(alias, password.toCharArray());
            X509Certificate own = (X509Certificate) store.getCertificate(alias);
            requireForPasses(own, now);
            return new AppleCertificate(key, own, issuer(own, store.getCertificateChain(alias), intermediate, now));
        } catch (UnrecoverableKeyException wrong) {
            throw new WalletRefusedException(Field.PASSWORD, Reason.WRONG_PASSWORD, "");
        } catch (GeneralSecurityException unreadable) {
            throw new WalletRefusedException(Field.CERTIFICATE, Reason.UNREADABLE, "");
        }
    }

    /** For example {@code pass.org.example.doors}. */
    public String passType() {
        return subject(certificate, USER_ID).orElseThrow();
    }

    public String team() {
        return subject(certificate, "OU").orElseThrow();
    }

    public Instant expires() {
        return certificate.getNotAfter().toInstant();
    }

    private static boolean isKey(KeyStore store, String name) {
        try {
            return store.isKeyEntry(name);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyStore opened(byte[] file, String password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(file), password.toCharArray());
            return store;
        } catch (IOException closed) {
            boolean wrong = closed.getCause() instanceof UnrecoverableKeyException;
            throw wrong
                    ? new WalletRefusedException(Field.PASSWORD, Reason.WRONG_PASSWORD, "")
                    : new WalletRefusedException(Field.CERTIFICATE, Reason.UNREADABLE, "");
        } catch (GeneralSecurityException unreadable) {
            throw new WalletRefusedException(Field.CERTIFICATE, Reason.UNREADABLE, "");
        }
    }

    private static void requireForPasses(X509Certificate own, Instant now) {
        requireInForce(Field.CERTIFICATE, own, now);
        boolean passes =
                subject(own, USER_ID).filter(id -> id.startsWith(PASS_TYPE)).isPresent();
        if (!passes || subject(own, "OU").isEmpty()) {
            throw new WalletRefusedException(
                    Field.CERTIFICATE, Reason.NOT_FOR_PASSES, subject(own, "CN").orElse(""));
        }
    }

    private static void requireInForce(Field field, X509Certificate certificate, Instant now) {
        Instant end = certificate.getNotAfter().toInstant();
        if (!end.isAfter(now)) {
            throw new WalletRefusedException(field, Reason.EXPIRED, end.toString());
        }
    }

    private static X509Certificate issuer(
            X509Certificate own, Certificate[] chain, byte @Nullable [] given, Instant now) {
        if (given == null && chain.length < 2) {
            throw new WalletRefusedException(Field.INTERMEDIATE, Reason.MISSING, "");
        }
        X509Certificate issuer = given == null ? (X509Certificate) chain[1] : certificate(given);
        try {
            own.verify(issuer.getPublicKey());
        } catch (GeneralSecurityException other) {
            throw new WalletRefusedException(
                    Field.INTERMEDIATE,
                    Reason.NOT_ITS_ISSUER,
                    subject(issuer, "CN").orElse(""));
        }
        requireInForce(Field.INTERMEDIATE, issuer, now);
        return issuer;
    }

    private static X509Certificate certificate(byte[] given) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(given));
        } catch (CertificateException unreadable) {
            throw new WalletRefusedException(Field.INTERMEDIATE, Reason.UNREADABLE, "");
        }
    }

    private static Optional<String> subject(X509Certificate certificate, String type) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(rdn -> isType(rdn, type))
                            .map(rdn -> text(rdn.getValue()))
                            .filter(text -> !text.isEmpty())
                            .findFirst();
        } catch (InvalidNameException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isType(Rdn rdn, String type) {
        // RFC 2253 knows the user id by its name, others write its number
        return rdn.getType().equalsIgnoreCase(type)
                || (type.equals(USER_ID) && rdn.getType().equals("0.9.2342.19200300.100.1.1"));
    }

    private static String text(Object value) {
        return value instanceof String text ? text : "";
    }
}
