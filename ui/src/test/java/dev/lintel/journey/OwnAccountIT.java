package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.lintel.domain.user.factor.AuthenticatorCodes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Somebody makes their account theirs, and safe; and strangers try what strangers try. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnAccountIT {
    private static final String PASSWORD = "seven quiet lanterns 26";
    private static final int BEYOND_FREE_TRIES = 6;

    private static Chromium chromium;
    private static RunningServer server;
    private static Page desk;
    private static List<String> recoveryCodes = List.of();

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.open();
        server = RunningServer.start(Map.of("VAADIN_PRODUCTIONMODE", "true"));
        desk = chromium.newPage();
        String once = server.oneTimePassword().orElseThrow();
        logIn(desk, once);
        desk.getByLabel("Current password").fill(once);
        desk.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill(PASSWORD);
        desk.getByLabel("New password again").fill(PASSWORD);
        button(desk, "Save password").click();
        assertThat(desk).hasURL(url("/"));
    }

    @AfterAll
    static void end() throws Exception {
        if (server != null) {
            server.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    @Order(1)
    @Tag("PF-1")
    void theProfileHoldsAPhotoWhichIsCheckedAndSeenByItsOwnerOnly() throws Exception {
        desk.navigate(url("/me"));
        photo("huge.png", new byte[6 * 1024 * 1024]);
        assertThat(desk.locator(".photo-field .problem")).not().isEmpty();
        photo("bomb.png", headOfAPng(60_000, 60_000));
        assertThat(desk.getByText("more than 25 megapixels")).isVisible();
        photo("anna.png", png());
        Locator picture = desk.locator("vaadin-avatar[img]");
        assertThat(picture).isVisible();
        String address =
                URI.create(url("/")).resolve(picture.getAttribute("img")).toString();

        APIResponse own = desk.request().get(address);
        Assertions.assertThat(own.headers().get("content-type")).isEqualTo("image/jpeg");
        Assertions.assertThat(ImageIO.read(new ByteArrayInputStream(own.body())).getWidth())
                .isEqualTo(256);
        Assertions.assertThat(
                        chromium.newPage().request().get(address).headers().get("content-type"))
                .isNotEqualTo("image/jpeg");
    }

    @Test
    @Order(2)
    @Tag("PF-1")
    void timesFollowThePreferencesAtOnce() {
        desk.navigate(url("/me"));
        choose("Time format", "12 hours: 7:05 pm");
        Locator zone = desk.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Time zone"));
        zone.fill("Asia/Tokyo");
        desk.locator("vaadin-combo-box-item").getByText("Asia/Tokyo").click();
        button(desk, "Save").last().press("Enter");
        assertThat(desk.getByText("Saved.")).isVisible();
        desk.navigate(url("/me/security"));
        assertThat(desk.locator("#sessions")).containsText(Pattern.compile("\\d\\d:\\d\\d:\\d\\d (am|pm)"));
    }

    @Test
    @Order(3)
    @Tag("PF-2")
    void anAuthenticatorAppIsTurnedOnWithRecoveryCodes() {
        desk.navigate(url("/me/security"));
        button(desk, "Add an app").click();
        String secret = desk.getByRole(
                        AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Or type this secret into the app"))
                .inputValue();
        desk.getByLabel("Code of the app").fill(AuthenticatorCodes.now(secret));
        desk.getByLabel("Your password").fill("not the password");
        button(desk, "Turn on").click();
        assertThat(desk.getByText("This is not your current password.")).isVisible();
        desk.getByLabel("Your password").fill(PASSWORD);
        button(desk, "Turn on").click();
        assertThat(desk.locator(".recovery-codes li")).hasCount(10);
        recoveryCodes = desk.locator(".recovery-codes li").allTextContents();
        button(desk, "I have kept them").click();
        assertThat(desk.getByText("In use since")).isVisible();
    }

    @Test
    @Order(4)
    @Tag("PF-2")
    void thePasswordAloneOpensNothing() {
        Page thief = chromium.newPage();
        thief.navigate(url("/acs-log"));
        fillIn(thief, PASSWORD);
        assertThat(thief).hasURL(url("/login/code"));
        for (String path : List.of("/", "/me", "/acs-log", "/settings", "/api-tokens", "/me/security")) {
            thief.navigate(url(path));
            assertThat(thief).hasURL(Pattern.compile(".*/login$"));
        }
        Page stranger = chromium.newPage();
        stranger.navigate(url("/login"));
        for (String path : List.of("/api/v1/devices", "/?v-r=uidl&v-uiId=0", "/VAADIN/push?v-r=push&v-uiId=0")) {
            Assertions.assertThat(thief.request().post(url(path)).status())
                    .as(path)
                    .isEqualTo(stranger.request().post(url(path)).status());
        }
        Assertions.assertThat(thief.request().get(url("/api/v1/devices")).status())
                .isEqualTo(401);
        thief.navigate(url("/login/code"));
        thief.locator("#code").fill("000000");
        thief.keyboard().press("Enter");
        assertThat(thief.getByText("That is not the code of this moment")).isVisible();
        thief.locator("#code").fill(recoveryCodes.getFirst());
        thief.keyboard().press("Enter");
        assertThat(thief).hasURL(Pattern.compile(".*/(acs-log|me/security|api-tokens).*"));
    }

    @Test
    @Order(5)
    @Tag("PF-2")
    void aSessionEndedElsewhereIsThrownOutAtOnce() {
        Page phone = chromium.newPage();
        String before = sessionCookie(phone, "/login");
        fillIn(phone, PASSWORD);
        assertThat(phone).hasURL(url("/login/code"));
        String between = sessionCookie(phone);
        phone.locator("#code").fill(recoveryCodes.get(1));
        phone.keyboard().press("Enter");
        assertThat(phone).hasURL(url("/"));
        Assertions.assertThat(List.of(before, between, sessionCookie(phone))).doesNotHaveDuplicates();

        desk.navigate(url("/me/security"));
        button(desk, "Log out everywhere else").click();
        assertThat(phone).hasURL(url("/login?ended"));
        assertThat(phone.getByText("You have been logged out")).isVisible();
        assertThat(desk.locator("#sessions li")).hasCount(1);
    }

    @Test
    @Order(6)
    @Tag("PF-2")
    void aPasskeyLogsInByItself() {
        virtualAuthenticator(desk);
        desk.navigate(url("/me/security"));
        button(desk, "Add a passkey").click();
        desk.getByLabel("Name").fill("test key");
        desk.getByLabel("Your password").fill(PASSWORD);
        button(desk, "Go on").click();
        assertThat(desk.locator(".plain-list").getByText("test key")).isVisible();

        desk.context().clearCookies();
        desk.navigate(url("/login"));
        button(desk, "Log in with a passkey").click();
        assertThat(desk).hasURL(Pattern.compile(".*/$"));
        desk.navigate(url("/me/security"));
        assertThat(desk.locator(".plain-list").getByText("Last used")).isVisible();
    }

    @Test
    @Order(7)
    @Tag("PF-2")
    void nobodyIsSentElsewhereByALogin() {
        Page page = chromium.newPage();
        page.navigate(url("/login?continue=https://example.com&redirect=//example.com"));
        fillIn(page, PASSWORD);
        page.locator("#code").fill(recoveryCodes.get(2));
        page.keyboard().press("Enter");
        assertThat(page).hasURL(url("/"));
    }

    @Test
    @Order(8)
    @Tag("PF-2")
    void guessingIsSlowedDownAndSaysForHowLong() {
        Page guesser = chromium.newPage();
        for (int i = 0; i < BEYOND_FREE_TRIES; i++) {
            logIn(guesser, "guess " + i);
        }
        assertThat(guesser).hasURL(Pattern.compile(".*/login\\?limited=\\d+"));
        assertThat(guesser.getByText("Too many attempts")).isVisible();
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

    private static String sessionCookie(Page page, String path) {
        page.navigate(url(path));
        return sessionCookie(page);
    }

    private static String sessionCookie(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("none");
    }

    private static void photo(String name, byte[] file) {
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

    private static void choose(String field, String value) {
        desk.locator("vaadin-select")
                .filter(new Locator.FilterOptions().setHasText(field))
                .click();
        desk.locator("vaadin-select-item").getByText(value).click();
    }

    private static void logIn(Page page, String password) {
        page.navigate(url("/login"));
        fillIn(page, password);
        page.waitForURL(Pattern.compile(".*(/password|/login\\?.*|/login/code|/)$"));
    }

    private static void fillIn(Page page, String password) {
        page.locator("input[name=username]").fill("admin");
        page.locator("input[name=password]").fill(password);
        page.keyboard().press("Enter");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Passkeys want a host with a name. */
    private static String url(String path) {
        return server.url(path).toString().replace("127.0.0.1", "localhost");
    }
}
