package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may open what is reviewed: a manager decides, somebody else verifies, and an auditor checks what they take along. */
@Tag("RU-7")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReviewJourneyIT {
    private static final String PASSWORD = "nine patient rivers 41";
    private static final String EMAIL = "keeper@review.example.org";

    @RegisterExtension
    static final Journey journey = Journey.onTheSharedServer();

    private static long project;
    private static Visitor keeper;

    private final Visitor admin = journey.admin();

    @Test
    @Order(1)
    void aReviewIsStartedWithTheRightsOfAHouse() throws Exception {
        project = journey.imported("""
                {"kind":"site","name":"Review House","timeZone":"Europe/London"}
                {"kind":"group","id":"rev","name":"Review House"}
                {"kind":"group","id":"rev-flat","parent":"rev","type":"apartment","name":"Review flat"}
                {"kind":"device","id":"rev-gate","group":"rev","serial":"rev-1","name":"Review gate","locks":1}
                {"kind":"restriction","id":"rev-all","name":"Front gate","lines":[{"device":"rev-gate"}]}
                {"kind":"restriction","id":"rev-own","name":"Bicycle cellar","lines":[{"device":"rev-gate"}]}
                {"kind":"grant","restriction":"rev-all","to":{"group":"rev"}}
                {"kind":"grant","restriction":"rev-own","to":{"user":"rev-anna"}}
                {"kind":"user","id":"rev-anna","name":"Анна Иванова","groups":["rev-flat"]}
                """);
        keeper = registeredKeeper();
        admin.open("/reviews?project=" + project);
        admin.button("New review").click();
        admin.field("Name").fill("Spring review");
        pick(admin, "Group", "Review flat");
        pick(admin, "Reviewer", "Review Keeper");
        pick(admin, "Verifies", "Review Keeper");
        admin.button("Start the review").click();
        assertThat(admin.text("Nobody verifies their own decisions. Choose somebody else."))
                .isVisible();
        pick(admin, "Verifies", "admin");
        admin.button("Start the review").click();
        assertThat(state(admin)).containsText("2 rights of 2 wait for a decision");
        assertThat(admin.button("Decide all shown…")).hasCount(0);
    }

    @Test
    @Order(2)
    void theReviewerDecidesAndHandsItIn() {
        keeper.open("/notifications");
        keeper.link("The access review “Spring review” waits for you: decide who keeps what.")
                .click();
        assertThat(keeper.cell("Group Review House")).isVisible();
        keeper.button("Decide all shown…").click();
        keeper.dialog()
                .getByLabel("Keep", new Locator.GetByLabelOptions().setExact(true))
                .check();
        Visitor.button(keeper.dialog(), "Decide").click();
        assertThat(state(keeper)).containsText("All 2 rights are decided, 0 are to go");

        select(keeper, "Bicycle cellar");
        keeper.button("Decide…").click();
        assertThat(keeper.dialog()).containsText("this right is withdrawn");
        keeper.dialog()
                .getByLabel("Comment", new Locator.GetByLabelOptions().setExact(true))
                .fill("no bicycle any more");
        Visitor.button(keeper.dialog(), "Decide").click();
        assertThat(state(keeper)).containsText("1 is to go");
        keeper.button("Hand in").click();
        assertThat(state(keeper)).containsText("Handed in: admin verifies it");
        assertThat(keeper.button("Verify and close")).hasCount(0);
    }

    @Test
    @Order(3)
    void theSecondPersonSendsItBackAndThenClosesIt() {
        admin.open("/notifications");
        admin.link("The access review “Spring review” was handed in and waits for you to verify it.")
                .click();
        admin.button("Send back…").click();
        admin.field("Why").fill("What about the gate?");
        Visitor.button(admin.dialog(), "Send back…").click();
        assertThat(state(admin)).containsText("Sent back: What about the gate?");

        keeper.open("/notifications");
        keeper.link("The access review “Spring review” was sent back to you.").click();
        select(keeper, "Front gate");
        keeper.button("Decide…").click();
        assertThat(keeper.dialog()).containsText("1 comes from a group (Review House)");
        Visitor.button(keeper.dialog(), "Decide").click();
        assertThat(state(keeper)).containsText("2 are to go");
        keeper.button("Hand in").click();
        assertThat(state(keeper)).containsText("Handed in");

        admin.page().reload();
        admin.button("Verify and close").click();
        admin.page()
                .locator("vaadin-confirm-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Verify and close"))
                .click();
        assertThat(state(admin)).containsText("Closed. 2 rights were reviewed");
        assertThat(state(admin)).containsText("Still to do: 1 right by groups");
        assertThat(state(admin)).containsText("Анна Иванова: Front gate");
        assertThat(admin.cell("no bicycle any more")).isVisible();
        assertThat(admin.cell("withdrawn")).isVisible();
    }

    @Test
    @Order(4)
    void anAuditorChecksTheFilesByTheirHashes() throws Exception {
        byte[] csv = download("All rights (CSV)");
        byte[] pdf = download("Evidence (PDF)");
        admin.page().getByText("For auditors: check the files").click();
        assertThat(state(admin)).containsText(sha256(csv));
        assertThat(state(admin)).containsText(sha256(pdf));
        assertThat(new String(csv, StandardCharsets.UTF_8))
                .contains("Анна Иванова", "no bicycle any more", "withdrawn", "left-open");
        StringBuilder text = new StringBuilder();
        try (PdfReader reader = new PdfReader(pdf)) {
            PdfTextExtractor words = new PdfTextExtractor(reader);
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(words.getTextFromPage(page));
            }
        }
        assertThat(text.toString().replaceAll("\\s", ""))
                .contains(sha256(csv))
                .contains("АннаИванова")
                .contains("nobicycleanymore");
        assertThat(download("All rights (CSV)")).isEqualTo(csv);
    }

    @Test
    @Order(6)
    @Tag("SE-1")
    void whoeverIsErasedIsTakenOutOfTheEvidenceWhichSaysWhatItWas() throws Exception {
        String before = sha256(download("All rights (CSV)"));
        var erased = journey.server()
                .rest("POST", "/api/v1/projects/" + project + "/users/erase", "{\"users\":[\"rev-anna\"]}");
        assertThat(erased.statusCode()).as(erased.body()).isEqualTo(200);
        admin.page().reload();
        byte[] csv = download("All rights (CSV)");
        assertThat(new String(csv, StandardCharsets.UTF_8))
                .doesNotContain("Анна")
                .contains("former person", "no bicycle any more");
        admin.page().getByText("For auditors: check the files").click();
        assertThat(state(admin)).containsText(sha256(csv));
        assertThat(state(admin)).containsText("when somebody in it was erased, who is called “former person");
        assertThat(state(admin)).containsText(before);
    }

    @Test
    @Order(5)
    void reportsSayWhatNobodyNeededAndGoOutByMail() {
        keeper.open("/rules/" + project);
        keeper.link("Reports").click();
        Locator reports = keeper.page().locator(".rule-reports");
        assertThat(reports).containsText("In force: the shipped rules alone.");
        assertThat(reports).containsText("Nothing was changed.");
        assertThat(reports).containsText("Front gate: granted to 1 group, 0 people, 0 identifiers");
        // nobody has it any more
        assertThat(reports).not().containsText("Bicycle cellar");
        keeper.choose("How often", "every week, on Mondays");
        assertThat(reports).containsText("The next one goes out");
        keeper.page().reload();
        assertThat(reports).containsText("The next one goes out");
    }

    private byte[] download(String name) throws Exception {
        Download file = admin.page().waitForDownload(() -> admin.link(name).click());
        return Files.readAllBytes(file.path());
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static Locator state(Visitor visitor) {
        return visitor.page().locator(".review-state");
    }

    private static void pick(Visitor visitor, String label, String item) {
        Locator field = visitor.field(label);
        field.click();
        field.fill(item);
        visitor.page()
                .locator("vaadin-combo-box-item:visible")
                .getByText(item)
                .first()
                .click();
    }

    /** The row in which a text stands. */
    private static void select(Visitor visitor, String text) {
        visitor.cell(text).waitFor();
        visitor.page().evaluate("""
                text => {
                  const grid = document.querySelector('.review-view vaadin-grid');
                  const rows = [...grid.shadowRoot.querySelectorAll('#items > tr')];
                  const cells = row => [...row.querySelectorAll('td slot')].flatMap(slot => slot.assignedElements());
                  const row = rows.find(one => cells(one).some(cell => cell.innerText.includes(text)));
                  cells(row).map(cell => cell.querySelector('vaadin-checkbox')).find(box => box).click();
                }""", text);
    }

    private Visitor registeredKeeper() throws Exception {
        admin.open("/users/new?project=" + project + "&group=rev");
        admin.field("Name").fill("Review Keeper");
        admin.field("E-mail").fill(EMAIL);
        admin.choose("Profile", "Company administrator");
        admin.button("Save").click();
        assertThat(admin.text("an invitation goes to " + EMAIL)).isVisible();
        Visitor visitor = journey.visitor();
        String link = ReadMail.of(journey.postbox().next(EMAIL)).link("/welcome/");
        visitor.open(link.substring(visitor.url("").length()));
        visitor.field("New password").fill(PASSWORD);
        visitor.field("New password again").fill(PASSWORD);
        visitor.page().getByLabel("I accept the terms of use").check();
        visitor.button("Register").click();
        assertThat(visitor.page()).hasURL(visitor.url("/"));
        return visitor;
    }
}
