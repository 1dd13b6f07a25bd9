package dev.lintel.routes.sms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.lintel.domain.sms.OutgoingSms;
import dev.lintel.domain.sms.PhoneNumber;
import dev.lintel.domain.sms.SmsAccount;
import dev.lintel.domain.sms.SmsAnswer;
import dev.lintel.domain.sms.SmsCarrier;
import dev.lintel.domain.sms.SmsProblem;
import dev.lintel.routes.RoutesIT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Short messages go over Camel and Twilio's own client to something that answers as Twilio does. */
@Tag("GA-3")
class TwilioCarrierIT extends RoutesIT {
    private static final SmsAccount ACCOUNT = new SmsAccount("AC" + "a".repeat(32), "+442079460999");
    private static final HttpServer TWILIO = server();

    private static volatile int status;
    private static volatile String answer = "";
    private static volatile String asked = "";
    private static volatile String form = "";

    @Autowired
    SmsCarrier carrier;

    @DynamicPropertySource
    static void twilio(DynamicPropertyRegistry registry) {
        registry.add(
                "lintel.sms.twilio-url",
                () -> "http://127.0.0.1:" + TWILIO.getAddress().getPort());
    }

    @AfterAll
    static void stop() {
        TWILIO.stop(0);
    }

    @Test
    void bringsNumberSenderAndText() {
        status = 201;
        answer = "{\"sid\":\"SM42\",\"status\":\"queued\"}";

        assertThat(send("Ваша перепустка & більше")).isEqualTo(new SmsAnswer.Taken("SM42"));
        assertThat(asked)
                .isEqualTo("POST /2010-04-01/Accounts/" + ACCOUNT.account() + "/Messages.json Basic "
                        + Base64.getEncoder().encodeToString((ACCOUNT.account() + ":t0ken").getBytes(UTF_8)));
        assertThat(URLDecoder.decode(form, UTF_8))
                .contains("To=+442079460000", "From=+442079460999", "Body=Ваша перепустка & більше");
    }

    @Test
    void tellsWhatWasWrongAndNeverTheToken() {
        assertThat(refused(400, 21211)).isEqualTo(SmsProblem.NUMBER_REFUSED);
        assertThat(refused(400, 21606)).isEqualTo(SmsProblem.SENDER_REFUSED);
        assertThat(refused(401, 20003)).isEqualTo(SmsProblem.AUTHENTICATION_FAILED);
        assertThat(refused(429, 20429)).isEqualTo(SmsProblem.LATER);
        assertThat(refused(400, 99999)).isEqualTo(SmsProblem.OTHER);
    }

    private SmsProblem refused(int http, int code) {
        status = http;
        answer = "{\"code\":%d,\"message\":\"It is so\",\"status\":%d}".formatted(code, http);
        SmsAnswer said = send("x");
        assertThat(said.reply()).contains("It is so").doesNotContain("t0ken");
        return ((SmsAnswer.Refused) said).problem();
    }

    private SmsAnswer send(String text) {
        return carrier.send(ACCOUNT, "t0ken", new OutgoingSms(1, 1, new PhoneNumber("+442079460000"), text));
    }

    private static HttpServer server() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                asked = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                        + exchange.getRequestHeaders().getFirst("Authorization");
                form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                byte[] body = answer.getBytes(UTF_8);
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
