package dev.lintel.routes.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.wallet.AppleCertificate;
import dev.lintel.domain.wallet.PassPush.Answer;
import dev.lintel.domain.wallet.TestAuthority;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that speaks HTTP/2 over TLS and asks for the sender's certificate, as Apple's does. */
@Tag("GA-3")
class ApnsPushTest {
    private static final TestAuthority APPLE = new TestAuthority();
    private static final TestAuthority.Issued PASSES = APPLE.forPasses();

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path folder;

    private final Tomcat server = new Tomcat();
    private int status = 200;
    private String body = "";
    private String asked = "";

    @BeforeEach
    void start() throws Exception {
        TestAuthority.Issued own = APPLE.issued("CN=localhost", Instant.parse("2046-01-01T00:00:00Z"));
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry(
                "server", own.keys().getPrivate(), "changeit".toCharArray(), new Certificate[] {own.certificate()});
        store(keys, "server.p12");
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("apple", APPLE.certificate());
        store(trusted, "trusted.p12");
        Files.writeString(folder.resolve("server.pem"), TestAuthority.pem(APPLE.certificate()));

        server.setBaseDir(folder.toString());
        server.setConnector(connector());
        Context context = server.addContext("", folder.toString());
        Tomcat.addServlet(context, "push", new Push());
        context.addServletMappingDecoded("/3/device/*", "push");
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        server.destroy();
    }

    @Test
    void tellsThePhoneOverHttp2WithTheCertificateOfThePassAndNoWord() throws Exception {
        assertThat(push().send(certificate(), "abc123")).isEqualTo(Answer.TAKEN);
        assertThat(asked)
                .isEqualTo("HTTP/2.0 POST /3/device/abc123 pass.org.example.doors {} "
                        + certificate().certificate().getSubjectX500Principal().getName());
    }

    @Test
    void tellsPhonesThatAreGoneFromServersThatAreBusy() throws Exception {
        status = 410;
        body = "{\"reason\":\"Unregistered\"}";
        assertThat(push().send(certificate(), "a")).isEqualTo(Answer.GONE);
        status = 400;
        body = "{\"reason\":\"BadDeviceToken\"}";
        assertThat(push().send(certificate(), "a")).isEqualTo(Answer.GONE);
        body = "{\"reason\":\"BadTopic\"}";
        assertThat(push().send(certificate(), "a")).isEqualTo(Answer.FAILED);
        status = 503;
        assertThat(push().send(certificate(), "a")).isEqualTo(Answer.FAILED);
    }

    @Test
    void failsWhereNobodyAnswersAndTrustsNobodyElse() throws Exception {
        assertThat(new ApnsPush(URI.create("https://127.0.0.1:1"), "").send(certificate(), "a"))
                .isEqualTo(Answer.FAILED);
        assertThat(new ApnsPush(address(), "").send(certificate(), "a")).isEqualTo(Answer.FAILED);
        assertThat(asked).isEmpty();
    }

    private static AppleCertificate certificate() {
        return APPLE.signer(PASSES);
    }

    private ApnsPush push() {
        return new ApnsPush(address(), folder.resolve("server.pem").toString());
    }

    private URI address() {
        return URI.create("https://localhost:" + server.getConnector().getLocalPort());
    }

    private Connector connector() {
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setSecure(true);
        connector.setScheme("https");
        connector.setProperty("SSLEnabled", "true");
        connector.addUpgradeProtocol(new Http2Protocol());
        SSLHostConfig tls = new SSLHostConfig();
        tls.setCertificateVerification("required");
        tls.setTruststoreFile(folder.resolve("trusted.p12").toString());
        tls.setTruststorePassword("changeit");
        tls.setTruststoreType("PKCS12");
        SSLHostConfigCertificate own = new SSLHostConfigCertificate(tls, SSLHostConfigCertificate.Type.UNDEFINED);
        own.setCertificateKeystoreFile(folder.resolve("server.p12").toString());
        own.setCertificateKeystorePassword("changeit");
        own.setCertificateKeystoreType("PKCS12");
        tls.addCertificate(own);
        connector.addSslHostConfig(tls);
        return connector;
    }

    private void store(KeyStore keys, String name) throws Exception {
        try (OutputStream file = Files.newOutputStream(folder.resolve(name))) {
            keys.store(file, "changeit".toCharArray());
        }
    }

    private final class Push extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            X509Certificate[] sender =
                    (X509Certificate[]) request.getAttribute("jakarta.servlet.request.X509Certificate");
            asked = request.getProtocol() + " POST " + request.getRequestURI() + " " + request.getHeader("apns-topic")
                    + " " + new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8) + " "
                    + sender[0].getSubjectX500Principal().getName();
            response.setStatus(status);
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
    }
}
