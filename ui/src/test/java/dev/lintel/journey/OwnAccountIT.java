package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import dev.lintel.domain.user.factor.AuthenticatorCodes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody makes their account theirs, and safe; and strangers try what strangers try. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnAccountIT {
    private static final int BEYOND_FREE_TRIES = 20;

    @RegisterExtension
    static final Journey journey = Journey.onANewServer();

    private static List<String> recoveryCodes = List.of();

    private final Visitor admin = journey.admin();
    private final Page desk = admin.page();

    @Test
    @Order(1)
    @Tag("PF-1")
    void theProfileHoldsAPhotoWhichIsCheckedAndSeenByItsOwnerOnly() throws Exception {
        admin.open("/me");
        photo("huge.png", new byte[6 * 1024 * 1024]);
        assertThat(desk.locator(".photo-field .problem")).not().isEmpty();
        photo("bomb.png", headOfAPng(60_000, 60_000));
        assertThat(admin.text("more than 25 megapixels")).isVisible();
        photo("anna.png", png());
        Locator picture = desk.locator("vaadin-avatar[img]");
        assertThat(picture).isVisible();
        String address =
                URI.create(admin.url("/")).resolve(picture.getAttribute("img")).toString();

        APIResponse own = desk.request().get(address);
        Assertions.assertThat(own.headers().get("content-type")).isEqualTo("image/jpeg");
        Assertions.assertThat(ImageIO.read(new ByteArrayInputStream(own.body())).getWidth())
                .isEqualTo(256);
        Assertions.assertThat(journey.visitor()
                        .page()
                        .request()
                        .get(address)
                        .headers()
                        .get("content-type"))
                .isNotEqualTo("image/jpeg");
    }

    @Test
    @Order(2)
    @Tag("PF-1")
    void timesFollowThePreferencesAtOnce() {
        admin.open("/me");
        admin.choose("Time format", "12 hours: 7:05 pm");
        Locator zone = desk.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Time zone"));
        zone.fill("Asia/Tokyo");
        desk.locator("vaadin-combo-box-item").getByText("Asia/Tokyo").click();
        admin.button("Save").last().press("Enter");
        assertThat(admin.text("Saved.")).isVisible();
        admin.open("/me/security");
        assertThat(desk.locator("#sessions")).containsText(Pattern.compile("\\d\\d:\\d\\d:\\d\\d (am|pm)"));
    }

    @Test
    @Order(3)
    @Tag("PF-2")
    void anAuthenticatorAppIsTurnedOnWithRecoveryCodes() {
        admin.open("/me/security");
        admin.button("Add an app").click();
        String secret = desk.getByRole(
                        AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Or type this secret into the app"))
                .inputValue();
        admin.field("Code of the app").fill(AuthenticatorCodes.now(secret));
        admin.field("Your password").fill("not the password");
        admin.button("Turn on").click();
        assertThat(admin.text("This is not your current password.")).isVisible();
        admin.field("Your password").fill(Journey.PASSWORD);
        admin.button("Turn on").click();
        assertThat(desk.locator(".recovery-codes li")).hasCount(10);
        recoveryCodes = desk.locator(".recovery-codes li").allTextContents();
        admin.button("I have kept them").click();
        assertThat(admin.text("In use since")).isVisible();
    }

    @Test
    @Order(4)
    @Tag("PF-2")
    void thePasswordAloneOpensNothing() {
        Visitor thief = journey.visitor();
        thief.open("/acs-log");
        thief.fillInLogin("admin", Journey.PASSWORD);
        assertThat(thief.page()).hasURL(admin.url("/login/code"));
        for (String path : List.of("/", "/me", "/acs-log", "/settings", "/api-tokens", "/me/security")) {
            thief.open(path);
            assertThat(thief.page()).hasURL(Pattern.compile(".*/login$"));
        }
        Visitor stranger = journey.visitor();
        stranger.open("/login");
        for (String path : List.of("/api/v1/devices", "/?v-r=uidl&v-uiId=0", "/VAADIN/push?v-r=push&v-uiId=0")) {
            Assertions.assertThat(thief.page().request().post(admin.url(path)).status())
                    .as(path)
                    .isEqualTo(stranger.page().request().post(admin.url(path)).status());
        }
        Assertions.assertThat(
                        thief.page().request().get(admin.url("/api/v1/devices")).status())
                .isEqualTo(401);
        thief.open("/login/code");
        thief.page().locator("#code").fill("000000");
        thief.page().keyboard().press("Enter");
        assertThat(thief.text("That is not the code of this moment")).isVisible();
        thief.page().locator("#code").fill(recoveryCodes.getFirst());
        thief.page().keyboard().press("Enter");
        assertThat(thief.page()).hasURL(Pattern.compile(".*/(acs-log|me/security|api-tokens).*"));
    }

    @Test
    @Order(5)
    @Tag("PF-2")
    void aSessionEndedElsewhereIsThrownOutAtOnce() {
        Visitor phone = journey.visitor();
        phone.open("/login");
        String before = phone.session();
        phone.fillInLogin("admin", Journey.PASSWORD);
        assertThat(phone.page()).hasURL(admin.url("/login/code"));
        String between = phone.session();
        phone.page().locator("#code").fill(recoveryCodes.get(1));
        phone.page().keyboard().press("Enter");
        assertThat(phone.page()).hasURL(admin.url("/"));
        Assertions.assertThat(List.of(before, between, phone.session())).doesNotHaveDuplicates();
        assertThat(phone.text("Welcome to Lintel")).isVisible();
        // pages are told over a connection that begins after the page is there
        phone.page().waitForTimeout(1_000);

        admin.open("/me/security");
        admin.button("Log out everywhere else").click();
        assertThat(phone.page()).hasURL(admin.url("/login?ended"));
        assertThat(phone.text("You have been logged out")).isVisible();
        assertThat(desk.locator("#sessions li")).hasCount(1);
    }

    @Test
    @Order(5)
    @Tag("PF-2")
    void whatThePageBeforeALoginStillAsksForTakesNobodysSession() {
        APIRequestContext late = journey.visitor().page().request();
        for (String path : List.of(
                "/?v-r=push&v-uiId=0",
                "/VAADIN/push?v-r=push",
                "/VAADIN/dynamic/resource/1/a/b.png",
                "/manifest.webmanifest",
                "/icons/icon-16x16.png",
                "/favicon.ico")) {
            APIResponse answer = late.get(
                    admin.url(path), RequestOptions.create().setHeader("Cookie", "JSESSIONID=" + "0".repeat(32)));
            Assertions.assertThat(answer.headers()).as(path).doesNotContainKey("set-cookie");
            Assertions.assertThat(answer.status()).as(path).isEqualTo(403);
        }
        Assertions.assertThat(late.get(admin.url("/icons/icon-16x16.png")).ok()).isTrue();
    }

    @Test
    @Order(6)
    @Tag("PF-2")
    void aPasskeyLogsInByItself() {
        virtualAuthenticator(desk);
        admin.open("/me/security");
        admin.button("Add a passkey").click();
        admin.field("Name").fill("test key");
        admin.field("Your password").fill(Journey.PASSWORD);
        admin.button("Go on").click();
        assertThat(desk.locator(".plain-list").getByText("test key")).isVisible();

        desk.context().clearCookies();
        admin.load("/login");
        admin.button("Log in with a passkey").click();
        assertThat(desk).hasURL(Pattern.compile(".*/$"));
        admin.open("/me/security");
        assertThat(desk.locator(".plain-list").getByText("Last used")).isVisible();
    }

    @Test
    @Order(7)
    @Tag("PF-2")
    void nobodyIsSentElsewhereByALogin() {
        Visitor misled = journey.visitor();
        misled.open("/login?continue=https://example.com&redirect=//example.com");
        misled.fillInLogin("admin", Journey.PASSWORD);
        misled.page().locator("#code").fill(recoveryCodes.get(2));
        misled.page().keyboard().press("Enter");
        assertThat(misled.page()).hasURL(admin.url("/"));
    }

    @Test
    @Order(8)
    @Tag("PF-2")
    void guessingIsSlowedDownAndSaysForHowLong() {
        Visitor guesser = journey.visitor();
        for (int i = 0; i < BEYOND_FREE_TRIES && !guesser.page().url().contains("?limited="); i++) {
            guesser.logIn("admin", "guess " + i);
        }
        assertThat(guesser.text("Too many attempts")).isVisible();
    }

    private static void virtualAuthenticator(Page page) {
        CDPSession chrome = page.context().newCDPSession(page);
        chrome.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject arguments = new JsonObject();
        arguments.add("options", options);
        chrome.send("WebAuthn.addVirtualAuthenticator", arguments);
    }

    private void photo(String name, byte[] file) {
        desk.locator(".photo-field input[type=file]").setInputFiles(new FilePayload(name, "image/png", file));
    }

    /** A picture of four gigapixels, as far as its head goes. */
    private static byte[] headOfAPng(int width, int height) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(png());
        file.putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(file.array(), 12, 17);
        return file.putInt(29, (int) sum.getValue()).array();
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB), "png", file);
        return file.toByteArray();
    }
}
