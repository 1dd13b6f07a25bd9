package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The first day of an administrator, at the real server with a real browser, one step after the other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstDayIT {
    private static final String OWN_PASSWORD = "seven quiet lanterns 26";
    private static final String SITE = """
            {"kind":"site","version":1,"name":"Mill Court","timeZone":"Europe/London"}
            {"kind":"group","id":"root","parent":null,"type":"custom","name":"Mill Court"}
            {"kind":"group","id":"flat","parent":"root","type":"apartment","name":"Flat 1"}
            {"kind":"schedule","id":"never","name":"Last year","start":"2020-01-01T09:00","end":"2020-01-01T10:00"}
            {"kind":"device","id":"gate","group":"root","type":"panel","name":"Gate","model":"AA-12","serial":"MILL-1","locks":1}
            {"kind":"device","id":"shed","group":"root","type":"panel","name":"Shed","model":"AA-12","serial":"MILL-2","locks":1}
            {"kind":"restriction","id":"home","name":"Residents","lines":[{"device":"gate","lock":"first"}]}
            {"kind":"restriction","id":"tools","name":"Tools","lines":[{"device":"shed","lock":"first"}],"schedules":["never"]}
            {"kind":"grant","restriction":"home","to":{"group":"flat"}}
            {"kind":"grant","restriction":"tools","to":{"group":"flat"}}
            {"kind":"user","id":"anna","name":"Anna Bell","profile":"user","groups":["flat"]}
            {"kind":"identifier","id":"card","user":"anna","type":"card","value":"4711"}
            """;

    private static Chromium chromium;
    private static RunningServer server;
    private static Page page;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.open();
        server = RunningServer.start(Map.of("VAADIN_PRODUCTIONMODE", "true"));
        page = chromium.newPage();
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
    @Tag("IN-4")
    void theLoginPageSaysItsVersionAndSpeaksAnotherLanguageWhenAsked() {
        page.navigate(server.url("/login").toString());
        assertThat(page.getByText(Pattern.compile("^Version \\S+$"))).isVisible();
        page.locator("vaadin-select").click();
        page.locator("vaadin-select-item").getByText("Українська").click();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Увійти"))).isVisible();
        page.locator("vaadin-select").click();
        page.locator("vaadin-select-item").getByText("English").click();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Log in"))).isVisible();
    }

    @Test
    @Order(2)
    @Tag("IN-3")
    void theOneTimePasswordIsGoodForNothingButChoosingAnother() {
        String once = server.oneTimePassword().orElseThrow();
        logIn("not the password");
        assertThat(page.getByText("Login or password is wrong")).isVisible();
        logIn(once);
        assertThat(page).hasURL(server.url("/password").toString());
        page.navigate(server.url("/acs-log").toString());
        assertThat(page).hasURL(server.url("/password").toString());
        choosePassword(once, "short");
        assertThat(page.getByText("That is too short.")).isVisible();
        choosePassword(once, OWN_PASSWORD);
        assertThat(page.getByText("Welcome to Lintel")).isVisible();
    }

    @Test
    @Order(3)
    @Tag("IN-3")
    void theGuideImportsASiteAfterShowingWhatItWouldDo() {
        upload("{\"kind\":\"lift\"}\n");
        assertThat(page.getByText("is unknown: \"lift\"")).isVisible();
        page.reload();
        upload(SITE);
        assertThat(page.getByText("This makes the new project Mill Court with:"))
                .isVisible();
        page.getByRole(AriaRole.BUTTON, named("Import now")).click();
        assertThat(page.locator(".tile")
                        .filter(new Locator.FilterOptions().setHasText("device"))
                        .first())
                .isVisible();
    }

    @Test
    @Order(4)
    @Tag("AL-1")
    @Tag("RU-1")
    void aPassShowsAtOnceInTheLogAndExplainsItself() throws Exception {
        page.navigate(server.url("/acs-log").toString());
        assertThat(page.getByText("No passes yet")).isVisible();
        present("MILL-1");
        assertThat(row("Gate")).isVisible();
        present("MILL-2");
        row("Refused: outside the schedule").click();
        assertThat(page.locator(".sentence"))
                .hasText(
                        "Refused: Anna Bell’s card is valid, but “Tools” opens “Shed” only while “Last year” is open; it"
                                + " will not open again.");
        assertThat(page.locator(".restrictions")).containsText("Granted to the group Flat 1");
        page.getByRole(AriaRole.BUTTON, named("Decide again now")).click();
        assertThat(page.getByText("Asked now, the answer would be the same")).isVisible();
        page.reload();
        assertThat(page.locator(".sentence")).containsText("Anna Bell’s card");
        page.getByRole(AriaRole.BUTTON, named("Close")).click();
        assertThat(page).hasURL(server.url("/acs-log").toString());
    }

    @Test
    @Order(5)
    @Tag("AL-1")
    void aFilterStandsInTheAddressAndSurvivesAReload() {
        page.navigate(server.url("/acs-log").toString());
        assertThat(row("Gate")).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Add filter")).click();
        page.getByLabel("Field").click();
        page.locator("vaadin-select-item").getByText("Verdict").click();
        page.getByLabel("Any of").click();
        page.locator("vaadin-multi-select-combo-box-item").getByText("Refused").click();
        page.keyboard().press("Tab");
        page.getByRole(AriaRole.BUTTON, named("Apply")).click();
        assertThat(page)
                .hasURL(server.url("/acs-log?filter=verdict%3Ais%3Adeny").toString());
        assertThat(row("Shed")).isVisible();
        assertThat(row("Gate")).hasCount(0);
        page.reload();
        assertThat(row("Shed")).isVisible();
        assertThat(row("Gate")).hasCount(0);
        page.goBack();
        assertThat(row("Gate")).isVisible();
    }

    @Test
    @Order(6)
    @Tag("US-6")
    void aSegmentKeepsAFilterAndTheFilteredListIsTakenAlong() throws IOException {
        page.navigate(server.url("/acs-log?verdict=deny").toString());
        assertThat(row("Shed")).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Segments")).click();
        page.getByLabel("Keep this filter as").fill("Refusals");
        page.getByRole(AriaRole.BUTTON, named("Save segment")).click();
        assertThat(page.getByRole(AriaRole.LINK, link("Refusals"))).isVisible();

        page.navigate(server.url("/acs-log").toString());
        assertThat(row("Gate")).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Segments")).click();
        page.getByRole(AriaRole.LINK, link("Refusals")).click();
        assertThat(row("Gate")).hasCount(0);

        page.getByRole(AriaRole.BUTTON, named("Export")).click();
        Download download =
                page.waitForDownload(() -> page.getByText("Excel (XLSX)").click());
        try (ZipFile book = new ZipFile(download.path().toFile())) {
            var sheet = book.getInputStream(book.getEntry("xl/worksheets/sheet1.xml"));
            Assertions.assertThat(new String(sheet.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("Created at", "Shed")
                    .doesNotContain("Gate");
        }
        page.keyboard().press("Escape");
    }

    @Test
    @Order(7)
    @Tag("IN-4")
    void aLanguageChosenInTheMenuStaysWithThePerson() {
        page.locator("vaadin-menu-bar-button").first().click();
        page.getByRole(AriaRole.MENUITEM, menuItem("Language")).click();
        page.getByText("Русский").click();
        assertThat(page.locator("h1")).hasText("Журнал СКУД");
        Page elsewhere = chromium.newPage();
        logIn(elsewhere, OWN_PASSWORD);
        assertThat(elsewhere.locator("h1")).hasText("Сегодня");
    }

    private static Locator row(String text) {
        return page.locator("vaadin-grid-cell-content:visible").getByText(text).first();
    }

    private static void present(String serial) throws Exception {
        var answer = server.rest(
                "POST",
                "/api/v1/decisions?record=true",
                "{\"device\":\"" + serial + "\",\"identifier\":{\"type\":\"card\",\"value\":\"4711\"}}");
        Assertions.assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void upload(String file) {
        page.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload("site.jsonl", "application/jsonl", file.getBytes(StandardCharsets.UTF_8)));
    }

    private static void logIn(String password) {
        logIn(page, password);
    }

    private static void logIn(Page where, String password) {
        where.navigate(server.url("/login").toString());
        where.locator("input[name=username]").fill("admin");
        where.locator("input[name=password]").fill(password);
        where.keyboard().press("Enter");
        where.waitForURL(Pattern.compile(".*(/password|/login\\?error|/)$"));
    }

    private static void choosePassword(String current, String chosen) {
        page.getByLabel("Current password").fill(current);
        page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill(chosen);
        page.getByLabel("New password again").fill(chosen);
        page.getByRole(AriaRole.BUTTON, named("Save password")).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions menuItem(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
