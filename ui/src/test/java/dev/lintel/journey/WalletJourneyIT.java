package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.sun.net.httpserver.HttpServer;
import dev.lintel.domain.wallet.TestAuthority;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator sets up wallets and short messages; a visitor takes the pass along and finds the way. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WalletJourneyIT {
    private static final String SITE = """
            {"kind":"site","version":1,"name":"Birch House","timeZone":"Europe/London"}
            {"kind":"group","id":"root","parent":null,"type":"building","name":"Birch House"}
            {"kind":"device","id":"gate","group":"root","type":"panel","name":"Birch gate","serial":"BIRCH-1","locks":1}
            {"kind":"device","id":"door","group":"root","type":"panel","name":"Birch door","serial":"BIRCH-2","locks":1}
            {"kind":"restriction","id":"way","name":"The way in","guestUsable":true,"lines":[{"device":"gate","lock":"first"},{"device":"door","lock":"first"}],"schedules":[]}
            {"kind":"grant","restriction":"way","to":{"group":"root"}}
            {"kind":"user","id":"bea","name":"Bea Birch","groups":["root"]}
            """;

    private static final TestAuthority APPLE = new TestAuthority();
    private static final LinkedBlockingQueue<String> SMS = new LinkedBlockingQueue<>();
    private static final HttpServer TWILIO = twilio();

    @RegisterExtension
    static final Journey journey = Journey.onANewServer(Map.of(
            "LINTEL_SMS_TWILIOURL", "http://127.0.0.1:" + TWILIO.getAddress().getPort()));

    private static long project;
    private static Visitor admin;
    private static String pass;
    private static String page;

    @BeforeAll
    static void aHouse() throws Exception {
        admin = journey.admin();
        String address = admin.url("");
        journey.server()
                .rest(
                        "PUT",
                        "/api/v1/settings",
                        "{\"name\":\"Birch\",\"serverUrl\":\"" + address + "\",\"defaultLanguage\":\"en\"}");
        project = journey.imported(SITE);
        var made = journey.server()
                .rest(
                        "POST",
                        "/api/v1/projects/" + project + "/guest-passes",
                        "{\"user\":\"bea\",\"visitor\":\"Otto\",\"restrictions\":[\"way\"],\"passes\":2}");
        pass = made.body().replaceAll("(?s)^.*?\"id\":\"([^\"]+)\".*$", "$1");
        var link = journey.server().rest("GET", "/api/v1/projects/" + project + "/guest-passes/" + pass + "/link", "");
        page = link.body().replaceAll("(?s).*(/g/[A-Za-z0-9_-]{24}).*", "$1");
    }

    @AfterAll
    static void stop() {
        TWILIO.stop(0);
    }

    @Test
    @Order(1)
    @Tag("GA-3")
    void theHostIsToldWhatIsMissingAndTheVisitorIsOfferedNothing() {
        admin.open("/guests/" + project + "/" + pass);
        assertThat(admin.text("No pass for Apple Wallet: the server has no certificate for passes yet."))
                .isVisible();
        assertThat(admin.button("Send by SMS")).hasCount(0);
        Visitor guest = phone();
        guest.open(page);
        assertThat(guest.page().locator("h1")).hasText("Birch House");
        assertThat(guest.link("Add to Apple Wallet")).hasCount(0);
        assertThat(guest.link("Save to Google Wallet")).hasCount(0);
        assertThat(guest.link("Directions")).hasCount(0);
        admin.link("Set it up").click();
        assertThat(admin.page().locator("h1")).hasText("Wallets and SMS");
    }

    @Test
    @Order(2)
    @Tag("GA-3")
    void aCertificateIsTakenWithTheRightPasswordOnly() throws Exception {
        Locator apple = section("Apple Wallet");
        upload(apple, 0, "pass.p12", TestAuthority.file(APPLE.forPasses()));
        upload(apple, 1, "wwdr.cer", APPLE.certificate().getEncoded());
        apple.getByLabel("Password of the file").fill("guessed");
        Visitor.button(apple, "Save").click();
        assertThat(admin.text("The file does not open with this password.")).isVisible();

        apple.getByLabel("Password of the file").fill(TestAuthority.PASSWORD);
        Visitor.button(apple, "Save").click();
        assertThat(admin.text("Saved.")).isVisible();
        assertThat(apple.getByText(TestAuthority.PASS_TYPE)).isVisible();
        admin.page().reload();
        assertThat(section("Apple Wallet").getByText("A1B2C3D4E5")).isVisible();
    }

    @Test
    @Order(3)
    @Tag("GA-3")
    void googleTakesAnIssuerWithTheKeyOfItsAccount() throws Exception {
        Locator google = section("Google Wallet");
        var keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String pem = "-----BEGIN PRIVATE KEY-----\\n"
                + Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()) + "\\n-----END PRIVATE KEY-----";
        String account = "{\"client_email\":\"doors@birch.example.org\",\"private_key\":\"" + pem + "\"}";
        google.getByLabel("Issuer number").fill("3388000000012345678");
        upload(google, 0, "account.json", account.getBytes(StandardCharsets.UTF_8));
        Visitor.button(google, "Save").click();
        assertThat(google.getByText("doors@birch.example.org")).isVisible();
    }

    @Test
    @Order(4)
    @Tag("DE-1")
    @Tag("GA-3")
    void whereADeviceStandsIsSaidAsAMapTellsIt() {
        admin.open("/devices");
        admin.button("Say where Birch gate stands").click();
        Locator place = admin.dialog().getByLabel("Latitude and longitude");
        place.fill("somewhere");
        Visitor.button(admin.dialog(), "Save").click();
        assertThat(admin.dialog().getByText("That is no place on earth.")).isVisible();
        place.fill("51.507351, -0.127758");
        Visitor.button(admin.dialog(), "Save").click();
        assertThat(admin.text("Saved.")).isVisible();
    }

    @Test
    @Order(5)
    @Tag("GA-3")
    void theVisitorTakesThePassAlongAndFindsTheWay() throws Exception {
        Visitor guest = phone();
        guest.open(page);
        assertThat(guest.link("Directions"))
                .hasAttribute("href", "https://www.google.com/maps/dir/?api=1&destination=51.507351,-0.127758");
        assertThat(guest.link("In the map app")).hasAttribute("href", "geo:51.507351,-0.127758?q=51.507351,-0.127758");
        assertThat(guest.link("Save to Google Wallet")).isVisible();
        assertThat(guest.page().locator("script")).hasCount(0);
        String file = String.valueOf(guest.link("Add to Apple Wallet").getAttribute("href"));
        byte[] archive = bytes(file);
        Assertions.assertThat(entries(archive))
                .contains("pass.json", "signature", "manifest.json", "ru.lproj/pass.strings");
        Assertions.assertThat(new String(bytes(page + "/visit.ics"), StandardCharsets.UTF_8))
                .contains("GEO:51.507351;-0.127758");
        try (HttpClient http = HttpClient.newHttpClient()) {
            var save = http.send(
                    HttpRequest.newBuilder(journey.server().url(page + "/google-wallet"))
                            .build(),
                    BodyHandlers.discarding());
            Assertions.assertThat(save.headers().firstValue("Location").orElseThrow())
                    .startsWith("https://pay.google.com/gp/v/save/");
        }
        admin.open("/guests/" + project + "/" + pass);
        assertThat(admin.link("Apple Wallet")).isVisible();
    }

    @Test
    @Order(6)
    @Tag("GA-3")
    void theLinkGoesOutByShortMessage() throws Exception {
        admin.open("/settings/wallets");
        Locator sms = section("Short messages (SMS)");
        sms.getByLabel("Account SID").fill("AC" + "7".repeat(32));
        sms.getByLabel("Auth token").fill("t0ken");
        sms.getByLabel("Sender").fill("+44 20 7946 0999");
        Visitor.button(sms, "Save").click();
        assertThat(admin.text("Saved.")).isVisible();
        assertThat(section("Short messages (SMS)").getByLabel("Auth token")).hasValue("");

        admin.open("/guests/" + project + "/" + pass);
        Locator share = admin.page().locator(".share-sms");
        share.getByLabel("Phone of the visitor").fill("020 7946 0000");
        Visitor.button(share, "Send by SMS").click();
        assertThat(share.getByText("That cannot be right.")).isVisible();
        share.getByLabel("Phone of the visitor").fill("+44 20 7946 0000");
        Visitor.button(share, "Send by SMS").click();
        assertThat(share.getByText("The SMS to +442079460000 is waiting to go out."))
                .isVisible();
        Assertions.assertThat(SMS.poll(30, TimeUnit.SECONDS))
                .contains("To=+442079460000", "From=+442079460999", "Your pass for Birch House", page);
    }

    private static Visitor phone() {
        Visitor guest = journey.visitor();
        guest.page().setViewportSize(390, 844);
        return guest;
    }

    private static Locator section(String title) {
        return admin.page()
                .locator("section")
                .filter(new Locator.FilterOptions()
                        .setHas(admin.page().locator("h2", new Page.LocatorOptions().setHasText(title))));
    }

    private static void upload(Locator where, int which, String name, byte[] content) {
        Locator upload = where.locator("vaadin-upload").nth(which);
        upload.locator("input[type=file]").setInputFiles(new FilePayload(name, "application/octet-stream", content));
        assertThat(upload.locator("vaadin-upload-file[complete]")).hasCount(1);
    }

    private static byte[] bytes(String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(journey.server().url(path)).build(), BodyHandlers.ofByteArray())
                    .body();
        }
    }

    private static List<String> entries(byte[] archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return Collections.unmodifiableList(names);
    }

    /** Takes every message, as Twilio would. */
    private static HttpServer twilio() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                SMS.add(URLDecoder.decode(
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                        StandardCharsets.UTF_8));
                byte[] body = "{\"sid\":\"SM1\"}".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(201, body.length);
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
