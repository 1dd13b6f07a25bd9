package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A resident invites somebody from the phone in their hand, who comes in with the phone in theirs. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GuestsJourneyIT {
    private static final String SITE = """
            {"kind":"site","version":1,"name":"Alder House","timeZone":"Europe/London"}
            {"kind":"group","id":"root","parent":null,"type":"building","name":"Alder House"}
            {"kind":"group","id":"flat","parent":"root","type":"apartment","name":"Flat 3"}
            {"kind":"device","id":"gate","group":"root","type":"panel","name":"Alder gate","serial":"ALDER-1","locks":1}
            {"kind":"restriction","id":"way","name":"The way in","guestUsable":true,"lines":[{"device":"gate","accessPoint":null,"lock":"first"}],"schedules":[]}
            {"kind":"restriction","id":"cellar","name":"Cellar","lines":[{"device":"gate","accessPoint":"cellar","lock":"first"}],"schedules":[]}
            {"kind":"grant","restriction":"way","to":{"group":"root"}}
            {"kind":"grant","restriction":"cellar","to":{"group":"root"}}
            {"kind":"user","id":"iris","name":"Iris Alder","email":"iris@alder.example.org","groups":["flat"],"profile":"user"}
            """;

    private static final String PASSWORD = "four amber gardens 83";

    @RegisterExtension
    static final Journey journey = Journey.onTheSharedServer();

    private static long project;
    private static Visitor iris;
    private static Visitor guest;
    private static ObedientPanel panel;
    private static String link;

    @BeforeAll
    static void aHouse() throws Exception {
        project = journey.imported(SITE);
        String credentials = journey.server()
                .rest("POST", "/api/v1/devices/ALDER-1/credentials", "")
                .body();
        panel = new ObedientPanel(
                "ALDER-1",
                credentials.replaceAll("(?s).*\"password\":\"([^\"]+)\".*", "$1"),
                journey.server().mqttPort());
        iris = journey.visitor();
        guest = journey.visitor();
        journey.server().rest("POST", "/api/v1/projects/" + project + "/users/iris/invitation", "");
        ReadMail mail = ReadMail.of(journey.postbox().next("iris@alder.example.org"));
        iris.open(mail.link("/welcome/").substring(iris.url("").length()));
        iris.page()
                .getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("I accept the terms of use"))
                .check();
        iris.field("New password").fill(PASSWORD);
        iris.field("New password again").fill(PASSWORD);
        iris.button("Register").click();
        assertThat(iris.page().locator("h1")).hasText("Today");
        for (Visitor somebody : new Visitor[] {iris, guest}) {
            somebody.page().setViewportSize(390, 844);
        }
    }

    @AfterAll
    static void leave() {
        if (panel != null) {
            panel.close();
        }
    }

    @Test
    @Order(1)
    @Tag("GA-1")
    @Tag("DA-4")
    void aResidentMakesAPassForADayAndOnePassWithWhatIsForGuestsOnly() {
        iris.button("Invite a guest").click();
        assertThat(iris.page().getByText("The way in")).isVisible();
        assertThat(iris.page().getByText("Cellar")).hasCount(0);
        assertThat(iris.field("How often")).hasValue("1");
        iris.field("Name of the visitor").fill("Otto <b>Bold</b>");
        iris.field("Message").fill("Third floor");
        iris.button("Make the pass").click();

        assertThat(iris.page().locator("h1")).hasText("Otto <b>Bold</b>");
        assertThat(iris.page().locator(".share-qr")).isVisible();
        link = iris.field("Link to the visitor’s page").inputValue();
        Assertions.assertThat(link).matches(".*/g/[A-Za-z0-9_-]{24}");
    }

    @Test
    @Order(2)
    @Tag("GA-3")
    void thePassGoesOutByMailAndOnPaper() throws Exception {
        iris.field("E-mail of the visitor").fill("otto@example.org");
        iris.field("E-mail of the visitor").press("Enter");
        assertThat(iris.text("The pass is on its way to otto@example.org")).isVisible();
        ReadMail mail = ReadMail.of(journey.postbox().next("otto@example.org"));
        Assertions.assertThat(mail.subject()).isEqualTo("Your pass for Alder House");
        Assertions.assertThat(mail.text()).contains("Iris Alder", "Third floor", link);

        String passes = "/api/v1/projects/" + project + "/guest-passes";
        String pass = journey.server().rest("GET", passes, "").body();
        String id = pass.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        String code = journey.server()
                .rest("GET", passes + "/" + id, "")
                .body()
                .replaceAll("(?s).*\"value\":\"([^\"]+)\".*", "$1");
        Assertions.assertThat(mail.qrCode()).isEqualTo(code).doesNotContain("•").hasSizeGreaterThan(6);

        var sheet = journey.server().restFile(passes + "/" + id + "/pdf");
        Assertions.assertThat(sheet.headers().firstValue("Content-Type")).contains("application/pdf");
        try (PdfReader reader = new PdfReader(sheet.body())) {
            Assertions.assertThat(new PdfTextExtractor(reader).getTextFromPage(1))
                    .contains("Alder House", "Pass for Otto <b>Bold</b>", "Show this to the panel at the door.")
                    .contains("Passes left: 1", "Third floor", "Times are those of Europe/London.", link);
        }
        Assertions.assertThat(journey.server()
                        .rest("GET", passes.replace("/" + project + "/", "/999999/") + "/" + id + "/pdf", "")
                        .statusCode())
                .isEqualTo(404);
        Download paper = iris.page().waitForDownload(() -> iris.link("PDF").click());
        Assertions.assertThat(new String(Files.readAllBytes(paper.path()), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
    }

    @Test
    @Order(3)
    @Tag("GA-3")
    @Tag("GA-4")
    void theVisitorOpensTheDoorOnceAndIsToldSo() {
        guest.open(path());
        assertThat(guest.page().locator("h1")).hasText("Alder House");
        assertThat(guest.text("Pass for Otto <b>Bold</b>")).isVisible();
        assertThat(guest.page().locator("figure img")).isVisible();
        assertThat(guest.page().locator("script")).hasCount(0);
        guest.link("Open the door").click();
        assertThat(guest.text("This uses your last pass.")).isVisible();
        Locator yes = guest.button("Yes, open it");
        yes.click();
        assertThat(guest.text("Alder gate is open. Please come in.")).isVisible();
        Assertions.assertThat(panel.opened()).isEqualTo(1);

        guest.page().goBack();
        guest.page().reload();
        guest.open(path());
        assertThat(guest.text("All passes have been used.")).isVisible();
        assertThat(guest.link("Open the door")).hasCount(0);
        Assertions.assertThat(panel.opened()).isEqualTo(1);
    }

    @Test
    @Order(4)
    @Tag("GA-2")
    void itsHostExtendsItWithinTheLimitsAndRevokesIt() throws Exception {
        var limits = journey.server()
                .rest(
                        "PUT",
                        "/api/v1/projects/" + project + "/groups/root/guest-limits",
                        "{\"mostDays\":3,\"mostPasses\":2}");
        Assertions.assertThat(limits.statusCode()).isEqualTo(200);
        iris.page().reload();
        iris.button("Extend").click();
        iris.field("Passes in all").fill("9");
        Visitor.button(iris.dialog(), "Extend").click();
        assertThat(iris.text("At most 2 here.")).isVisible();
        iris.field("Passes in all").fill("2");
        Visitor.button(iris.dialog(), "Extend").click();
        assertThat(iris.text("The pass is extended.")).isVisible();
        guest.page().reload();
        assertThat(guest.link("Open the door")).isVisible();

        iris.button("Revoke").click();
        iris.page()
                .locator("vaadin-confirm-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Revoke"))
                .click();
        assertThat(iris.text("The pass is revoked.")).isVisible();
        Awaitility.await().untilAsserted(() -> {
            guest.page().reload();
            assertThat(guest.text("This pass has been revoked.")).isVisible();
        });
        iris.open("/guests");
        assertThat(iris.page()).hasTitle(Pattern.compile("Guest access.*"));
        assertThat(iris.cell("revoked")).isVisible();
    }

    @Test
    @Order(5)
    @Tag("GA-3")
    void anAddressThatIsNoneTellsNothing() {
        guest.open("/g/AAAAAAAAAAAAAAAAAAAAAAAA");
        assertThat(guest.text("There is no pass here")).isVisible();
    }

    @Test
    @Order(6)
    @Tag("GA-1")
    @Tag("GA-3")
    void onePassForSeveralDoorsIsSaidToOpenOneOfThemOnce() throws Exception {
        journey.imported(SITE + """
            {"kind":"device","id":"yard","group":"root","type":"panel","name":"Alder yard","serial":"ALDER-2","locks":1}
            {"kind":"restriction","id":"both","name":"Gate and yard","guestUsable":true,"lines":[{"device":"gate","accessPoint":null,"lock":"first"},{"device":"yard","accessPoint":null,"lock":"first"}],"schedules":[]}
            {"kind":"grant","restriction":"both","to":{"group":"root"}}
            """);
        iris.open("/guests/new");
        Locator note = iris.page().locator(".note[role=status]").first();
        assertThat(note).containsText("This opens 2 doors, and one pass opens one of them once.");
        iris.field("How often").fill("2");
        iris.field("How often").press("Tab");
        assertThat(note).isHidden();
        iris.field("How often").fill("1");
        iris.field("How often").press("Tab");
        assertThat(note).isVisible();
        iris.field("Name of the visitor").fill("Pia");
        iris.button("Make the pass").click();
        assertThat(iris.page().locator("h1")).hasText("Pia");

        link = iris.field("Link to the visitor’s page").inputValue();
        guest.open(path());
        assertThat(guest.text("Alder gate").first()).isVisible();
        assertThat(guest.text("Alder yard").first()).isVisible();
        assertThat(guest.link("Open the door")).hasCount(2);
    }

    @Test
    @Order(7)
    @Tag("GA-3")
    void whereADoorStandsIsTypedAndTheVisitorIsLedThere() {
        guest.open(path());
        assertThat(guest.link("Directions")).hasCount(0);
        Visitor admin = journey.admin();
        admin.open("/devices?project=" + project);
        admin.button("Say where Alder gate stands").click();
        admin.field("Latitude and longitude").fill("by the old oak");
        admin.field("Latitude and longitude").press("Enter");
        assertThat(admin.text("That is no place on earth.")).isVisible();
        admin.field("Latitude and longitude").fill("51.5, -0.12");
        admin.field("Latitude and longitude").press("Enter");
        assertThat(admin.dialog()).hasCount(0);
        guest.page().reload();
        assertThat(guest.link("Directions")).hasCount(1);
    }

    private static String path() {
        return link.substring(link.indexOf("/g/"));
    }
}
