package dev.lintel.routes.holiday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lintel.domain.schedule.holiday.CalendarUnavailableException;
import dev.lintel.domain.schedule.holiday.SubscriptionProblem;
import dev.lintel.domain.schedule.ics.HolidayFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars from a real web server, by a name that an operator trusts and by addresses that nobody may ask for. */
@Tag("SC-3")
class HttpCalendarSourceIT {
    private final HttpCalendarSource source = new HttpCalendarSource(List.of("localhost"));
    private HttpServer web;

    @BeforeEach
    void start() throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext(
                "/calendar.ics", exchange -> answer(exchange, 200, "BEGIN:VCALENDAR".getBytes(StandardCharsets.UTF_8)));
        web.createContext("/large.ics", exchange -> answer(exchange, 200, new byte[HolidayFile.MOST_BYTES + 1]));
        web.createContext("/gone.ics", exchange -> answer(exchange, 410, new byte[0]));
        web.createContext("/inside", exchange -> redirect(exchange, "http://127.0.0.1:" + port() + "/calendar.ics"));
        web.createContext("/moved", exchange -> redirect(exchange, "/calendar.ics"));
        web.createContext("/round", exchange -> redirect(exchange, "/round"));
        web.start();
    }

    @AfterEach
    void stop() {
        web.stop(0);
        source.destroy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/calendar.ics", "/moved"})
    void getsAFile(String path) throws CalendarUnavailableException {
        assertThat(new String(source.fetch(at("localhost", path)), StandardCharsets.UTF_8))
                .isEqualTo("BEGIN:VCALENDAR");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, /large.ics, TOO_LARGE",
        "localhost, /gone.ics, REFUSED_THERE",
        "localhost, /round, UNREACHABLE",
        "127.0.0.1, /calendar.ics, ADDRESS_REFUSED",
        "[::1], /calendar.ics, ADDRESS_REFUSED",
        "localhost, /inside, ADDRESS_REFUSED"
    })
    void saysWhyThereIsNone(String host, String path, SubscriptionProblem problem) {
        assertThatThrownBy(() -> source.fetch(at(host, path)))
                .isInstanceOfSatisfying(CalendarUnavailableException.class, none -> assertThat(none.problem())
                        .isEqualTo(problem));
    }

    @Test
    void aNameThatMeansAnInternalAddressIsRefusedUnlessItIsTrusted() {
        assertThatThrownBy(() -> new PublicAddresses(Set.of()).resolve("localhost"))
                .isInstanceOf(PublicAddresses.RefusedAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "3fff::1",
                "fc00::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void addressesThatAreNotOpenToEverybodyAreRefused(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "198.20.0.1",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void addressesThatAreOpenToEverybodyAreTaken(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    private int port() {
        return web.getAddress().getPort();
    }

    private URI at(String host, String path) {
        return URI.create("http://" + host + ":" + port() + path);
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        answer(exchange, 302, new byte[0]);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
