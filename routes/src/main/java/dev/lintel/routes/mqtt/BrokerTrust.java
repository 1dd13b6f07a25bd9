package dev.lintel.routes.mqtt;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom to believe that they are the broker. */
final class BrokerTrust {
    private BrokerTrust() {}

    /** @param authority PEM file with one or more certificates; null trusts those that Java trusts */
    static MqttClientSslConfig of(@Nullable Path authority) {
        var config = MqttClientSslConfig.builder();
        return authority == null
                ? config.build()
                : config.trustManagerFactory(factory(authority)).build();
    }

    private static TrustManagerFactory factory(Path authority) {
        try (var pem = Files.newInputStream(authority)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("ca-" + store.size(), certificate);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("lintel.mqtt.ca: " + authority + " is no readable PEM certificate", e);
        }
    }
}
