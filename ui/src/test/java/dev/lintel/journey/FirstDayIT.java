package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The first day of an administrator, at the real server with a real browser, one step after the other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstDayIT {
    @RegisterExtension
    static final Journey journey = Journey.onANewServer();

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

    private static Visitor admin;
    private static Page page;

    @BeforeAll
    static void start() {
        admin = journey.visitor();
        page = admin.page();
    }

    @Test
    @Order(1)
    @Tag("IN-4")
    void theLoginPageSaysItsVersionAndSpeaksAnotherLanguageWhenAsked() {
        admin.open("/login");
        assertThat(page.getByText(Pattern.compile("^Version \\S+$"))).isVisible();
        page.locator("vaadin-select").click();
        page.locator("vaadin-select-item").getByText("Українська").click();
        assertThat(admin.button("Увійти")).isVisible();
        page.locator("vaadin-select").click();
        page.locator("vaadin-select-item").getByText("English").click();
        assertThat(admin.button("Log in")).isVisible();
    }

    @Test
    @Order(2)
    @Tag("IN-3")
    void theOneTimePasswordIsGoodForNothingButChoosingAnother() {
        String once = journey.server().oneTimePassword().orElseThrow();
        admin.logIn("admin", "not the password");
        assertThat(admin.text("Login or password is wrong")).isVisible();
        admin.logIn("admin", once);
        assertThat(page).hasURL(admin.url("/password"));
        admin.open("/acs-log");
        assertThat(page).hasURL(admin.url("/password"));
        admin.choosePassword(once, "short");
        assertThat(admin.text("That is too short.")).isVisible();
        admin.choosePassword(once, Journey.PASSWORD);
        assertThat(admin.text("Welcome to Lintel")).isVisible();
    }

    @Test
    @Order(3)
    @Tag("IN-3")
    void theGuideImportsASiteAfterShowingWhatItWouldDo() {
        upload("{\"kind\":\"lift\"}\n");
        assertThat(admin.text("is unknown: \"lift\"")).isVisible();
        page.reload();
        upload(SITE);
        assertThat(admin.text("This makes the new project Mill Court with:")).isVisible();
        admin.button("Import now").click();
        assertThat(page.locator(".tile")
                        .filter(new Locator.FilterOptions().setHasText("device"))
                        .first())
                .isVisible();
    }

    @Test
    @Order(4)
    @Tag("AL-1")
    @Tag("RU-1")
    @Tag("RU-7")
    void aPassShowsAtOnceInTheLogAndExplainsItself() throws Exception {
        admin.open("/acs-log");
        assertThat(admin.text("No passes yet")).isVisible();
        present("MILL-1");
        assertThat(admin.cell("Gate")).isVisible();
        present("MILL-2");
        admin.cell("Refused: outside the schedule").click();
        assertThat(page.locator(".sentence"))
                .hasText(
                        "Refused: Anna Bell’s card is valid, but “Tools” opens “Shed” only while “Last year” is open; it"
                                + " will not open again.");
        assertThat(page.locator(".remedy")).hasText("It would have opened if “Tools” had been open at that moment.");
        assertThat(page.locator(".restrictions")).containsText("Granted to the group Flat 1");
        admin.button("Decide again now").click();
        assertThat(admin.text("Asked now, the answer would be the same")).isVisible();
        page.reload();
        assertThat(page.locator(".sentence")).containsText("Anna Bell’s card");
        admin.button("Close").click();
        assertThat(page).hasURL(admin.url("/acs-log"));
    }

    @Test
    @Order(5)
    @Tag("AL-1")
    void aFilterStandsInTheAddressAndSurvivesAReload() {
        admin.open("/acs-log");
        assertThat(admin.cell("Gate")).isVisible();
        admin.button("Add filter").click();
        page.getByLabel("Field").click();
        page.locator("vaadin-select-item").getByText("Verdict").click();
        page.getByLabel("Any of").click();
        page.locator("vaadin-multi-select-combo-box-item").getByText("Refused").click();
        page.keyboard().press("Tab");
        admin.button("Apply").click();
        assertThat(page).hasURL(admin.url("/acs-log?filter=verdict%3Ais%3Adeny"));
        assertThat(admin.cell("Shed")).isVisible();
        assertThat(admin.cell("Gate")).hasCount(0);
        page.reload();
        assertThat(admin.cell("Shed")).isVisible();
        assertThat(admin.cell("Gate")).hasCount(0);
        page.goBack();
        assertThat(admin.cell("Gate")).isVisible();
    }

    @Test
    @Order(6)
    @Tag("US-6")
    void aSegmentKeepsAFilterAndTheFilteredListIsTakenAlong() throws IOException {
        admin.open("/acs-log?verdict=deny");
        assertThat(admin.cell("Shed")).isVisible();
        admin.button("Segments").click();
        page.getByLabel("Keep this filter as").fill("Refusals");
        admin.button("Save segment").click();
        assertThat(admin.link("Refusals")).isVisible();

        admin.open("/acs-log");
        assertThat(admin.cell("Gate")).isVisible();
        admin.button("Segments").click();
        admin.link("Refusals").click();
        assertThat(admin.cell("Gate")).hasCount(0);

        admin.button("Export").click();
        Download download =
                page.waitForDownload(() -> admin.text("Excel (XLSX)").click());
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
        admin.menuItem("Language").click();
        admin.text("Русский").click();
        assertThat(page.locator("h1")).hasText("Журнал СКУД");
        Visitor elsewhere = journey.visitor();
        elsewhere.logIn("admin", Journey.PASSWORD);
        assertThat(elsewhere.page().locator("h1")).hasText("Сегодня");
    }

    private static void present(String serial) throws Exception {
        var answer = journey.server()
                .rest(
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
}
