package dev.lintel.standalone.broker;

import dev.lintel.standalone.PrivateFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The certificate of the broker's TLS port, signed by a certificate authority of this server alone. Both are made at the
 * first start; devices are given the authority's, {@code lintel-ca.pem}.
 */
public final class ServerCertificate {
    private static final Duration LIFE = Duration.ofDays(3650);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path keyStore;
    private final String password;

    private ServerCertificate(Path keyStore, String password) {
        this.keyStore = keyStore;
        this.password = password;
    }

    /** Opens the certificate of this folder, made now if there is none. */
    static ServerCertificate in(Path folder, InstantSource clock) throws IOException {
        Path keyStore = folder.resolve("server.p12");
        String password = PrivateFile.secret(folder.resolve("server.p12.password"));
        if (!Files.exists(keyStore)) {
            try {
                create(folder, keyStore, password, clock.instant());
            } catch (GeneralSecurityException | OperatorCreationException e) {
                throw new IllegalStateException("the server certificate could not be made", e);
            }
        }
        return new ServerCertificate(keyStore, password);
    }

    /** PKCS 12 file with the key, the certificate and its authority. */
    Path keyStore() {
        return keyStore;
    }

    String password() {
        return password;
    }

    private static void create(Path folder, Path keyStore, String password, Instant now)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPair authorityKey = key();
        X500Name authorityName = new X500Name("CN=Lintel CA, O=Lintel");
        X509v3CertificateBuilder authority = builder(authorityName, authorityName, authorityKey, now);
        authority.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        authority.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        X509Certificate authorityCertificate = signed(authority, authorityKey.getPrivate());

        String host = InetAddress.getLocalHost().getHostName();
        KeyPair serverKey = key();
        X509v3CertificateBuilder server = builder(authorityName, new X500Name("CN=Lintel"), serverKey, now);
        server.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        server.addExtension(Extension.subjectAlternativeName, false, names(host));
        X509Certificate serverCertificate = signed(server, authorityKey.getPrivate());

        store(keyStore, password, serverKey.getPrivate(), serverCertificate, authorityCertificate);
        StringWriter pem = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(pem)) {
            writer.writeObject(authorityCertificate);
        }
        Files.writeString(folder.resolve("lintel-ca.pem"), pem.toString());
    }

    private static GeneralNames names(String host) {
        return new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.dNSName, host),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        });
    }

    private static KeyPair key() throws GeneralSecurityException {
        // RSA and not elliptic curves: panels of older firmware know nothing else
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048, RANDOM);
        return generator.generateKeyPair();
    }

    private static X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair key, Instant now) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(127, RANDOM),
                // clocks of panels that have just been switched on lag behind
                Date.from(now.minus(Duration.ofDays(30))),
                Date.from(now.plus(LIFE)),
                subject,
                key.getPublic());
    }

    private static X509Certificate signed(X509v3CertificateBuilder certificate, PrivateKey authority)
            throws OperatorCreationException, GeneralSecurityException {
        return new JcaX509CertificateConverter()
                .getCertificate(certificate.build(new JcaContentSignerBuilder("SHA256withRSA").build(authority)));
    }

    private static void store(Path file, String password, PrivateKey key, Certificate... chain)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("lintel", key, password.toCharArray(), chain);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password.toCharArray());
        PrivateFile.write(file, bytes.toByteArray());
    }
}
