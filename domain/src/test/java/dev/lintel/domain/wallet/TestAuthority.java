package dev.lintel.domain.wallet;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Issues certificates as Apple would, for tests. */
public final class TestAuthority {
    public static final String PASS_TYPE = "pass.org.example.doors";
    public static final String PASSWORD = "three blue gates";

    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2046-01-01T00:00:00Z");
    private static final X500Name NAME = new X500Name("CN=Test Relations Certification Authority,O=Test,C=US");

    private final KeyPair keys = pair();
    private final X509Certificate certificate = issue(NAME, keys, NAME, keys, END, true);

    /** A certificate with its key. */
    public record Issued(X509Certificate certificate, KeyPair keys) {}

    public X509Certificate certificate() {
        return certificate;
    }

    public Issued forPasses() {
        return issued("UID=" + PASS_TYPE + ",CN=Pass Type ID: " + PASS_TYPE + ",OU=A1B2C3D4E5,O=Doors,C=GB", END);
    }

    public Issued issued(String subject, Instant end) {
        KeyPair own = pair();
        return new Issued(issue(new X500Name(subject), own, NAME, keys, end, false), own);
    }

    /** As somebody exports it from their key chain: without its issuer. */
    public static byte[] file(Issued issued) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "pass", issued.keys().getPrivate(), PASSWORD.toCharArray(), new Certificate[] {issued.certificate()});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, PASSWORD.toCharArray());
        return bytes.toByteArray();
    }

    public AppleCertificate signer(Issued issued) {
        return new AppleCertificate(issued.keys().getPrivate(), issued.certificate(), certificate);
    }

    public static String pem(X509Certificate certificate) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static X509Certificate issue(
            X500Name subject, KeyPair own, X500Name issuer, KeyPair by, Instant end, boolean authority) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(BEGIN),
                    Date.from(end),
                    subject,
                    own.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(by.getPrivate())));
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
