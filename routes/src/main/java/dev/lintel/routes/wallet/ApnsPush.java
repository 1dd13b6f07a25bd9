package dev.lintel.routes.wallet;

import dev.lintel.domain.wallet.AppleCertificate;
import dev.lintel.domain.wallet.PassPush;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Apple's push service over HTTP/2, which knows the sender by the certificate of the passes (Apple, "Sending notification
 * requests to APNs"). A push for a pass says nothing: the phone asks back what has changed.
 */
@Component
class ApnsPush implements PassPush {
    private static final Logger LOG = LoggerFactory.getLogger(ApnsPush.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int GONE = 410;

    private final URI service;
    private final String trusted;

    /** The client of the certificate that was used last: connections are to be kept. */
    private @Nullable Connected connected;

    private record Connected(AppleCertificate certificate, HttpClient client) {}

    /**
     * Knows the way to the push service.
     *
     * @param trusted a file with a certificate in PEM that is trusted instead of the usual ones; empty is none
     */
    ApnsPush(
            @Value("${lintel.wallet.push-url:https://api.push.apple.com}") URI service,
            @Value("${lintel.wallet.push-trusted:}") String trusted) {
        this.service = service;
        this.trusted = trusted;
    }

    @Override
    public Answer send(AppleCertificate certificate, String pushToken) {
        try {
            HttpRequest request = HttpRequest.newBuilder(service.resolve("/3/device/" + pushToken))
                    .timeout(PATIENCE)
                    .header("apns-topic", certificate.passType())
                    .header("apns-push-type", "background")
                    .header("apns-priority", "5")
                    .POST(BodyPublishers.ofString("{}"))
                    .build();
            HttpResponse<String> answer = client(certificate).send(request, BodyHandlers.ofString());
            return answer(answer.statusCode(), answer.body());
        } catch (IOException | GeneralSecurityException | IllegalArgumentException failure) {
            LOG.warn("a phone could not be told that a pass has changed: {}", failure.toString());
            return Answer.FAILED;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Answer.FAILED;
        }
    }

    private static Answer answer(int status, String body) {
        if (status == OK) {
            return Answer.TAKEN;
        }
        boolean gone = status == GONE || (status == BAD_REQUEST && body.contains("BadDeviceToken"));
        if (!gone) {
            LOG.warn("the push service answered {}", status);
        }
        return gone ? Answer.GONE : Answer.FAILED;
    }

    private synchronized HttpClient client(AppleCertificate certificate) throws GeneralSecurityException, IOException {
        Connected last = connected;
        if (last != null && last.certificate().certificate().equals(certificate.certificate())) {
            return last.client();
        }
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .connectTimeout(PATIENCE)
                .sslContext(tls(certificate))
                .build();
        connected = new Connected(certificate, client);
        return client;
    }

    private SSLContext tls(AppleCertificate certificate) throws GeneralSecurityException, IOException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry("pass", certificate.key(), new char[0], new Certificate[] {
            certificate.certificate(), certificate.intermediate()
        });
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust().getTrustManagers(), null);
        return context;
    }

    private TrustManagerFactory trust() throws GeneralSecurityException, IOException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore store = null;
        if (!trusted.isEmpty()) {
            store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            try (var file = Files.newInputStream(Path.of(trusted))) {
                store.setCertificateEntry(
                        "push", CertificateFactory.getInstance("X.509").generateCertificate(file));
            }
        }
        trust.init(store);
        return trust;
    }
}
