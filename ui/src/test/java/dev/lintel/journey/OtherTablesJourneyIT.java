package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A manager writes down in tables what is not about doors, and it is so as soon as it is in force. */
@Tag("RU-4")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OtherTablesJourneyIT {
    private static final String SITE = """
            {"kind":"site","name":"Table House","timeZone":"Europe/London"}
            {"kind":"group","id":"th","type":"building","name":"Table House"}
            {"kind":"group","id":"th-flat","parent":"th","type":"apartment","name":"Table Flat"}
            {"kind":"device","id":"th-gate","group":"th","serial":"TABLE-1","name":"Table gate","locks":1}
            {"kind":"restriction","id":"th-way","name":"Table way","guestUsable":true,"lines":[{"device":"th-gate"}]}
            {"kind":"grant","restriction":"th-way","to":{"group":"th"}}
            {"kind":"user","id":"th-ivy","name":"Ivy Table","groups":["th-flat"]}
            """;

    @RegisterExtension
    static final Journey journey = Journey.onTheSharedServer();

    private static long project;
    private static ObedientPanel panel;

    private final Visitor admin = journey.admin();

    @BeforeAll
    static void aHouse() throws Exception {
        project = journey.imported(SITE);
        journey.server().rest("PUT", "/api/v1/projects/" + project + "/rulebook/settings", "{\"secondPerson\":false}");
    }

    @AfterAll
    static void leave() {
        if (panel != null) {
            panel.close();
        }
    }

    @Test
    @Order(1)
    @Tag("GA-2")
    void aTableOfGuestLimitsShowsItsGapWhileItIsWritten() {
        admin.open("/rules/" + project);
        admin.button("Limits of guest passes").click();
        Visitor.button(admin.dialog(), "Save").click();
        Locator table = admin.page().locator(".table-card");
        assertThat(table.locator("tbody tr")).hasCount(1);
        assertThat(table).containsText("As without this table");

        admin.button("Change row 1").click();
        admin.page().getByLabel("Couriers", exactly()).check();
        number("Days that a pass lasts at most", "0");
        Visitor.button(admin.dialog(), "Save").click();
        assertThat(admin.dialog().getByText("It has to be from 1 to 3650.")).isVisible();
        number("Days that a pass lasts at most", "1");
        number("Such passes out at once at most", "2");
        assertThat(admin.page().locator(".policy-sentence"))
                .hasText("everybody · couriers · 1 day at most. 2 out at once.");
        Visitor.button(admin.dialog(), "Save").click();
        assertThat(table.locator("tbody tr")).containsText(new String[] {"1 day at most. 2 out at once."});
        assertThat(table.locator(".rule-hints")).containsText("Gap: no row says what then");
        assertThat(table.locator(".rule-hints")).containsText("a guest with");
        assertThat(admin.button("Limits of guest passes")).hasCount(0);
    }

    @Test
    @Order(2)
    @Tag("GA-2")
    void thePassThatIsMadeKeepsToTheRowAndSaysWhichItIs() {
        putInForce();
        admin.open("/guests/new?project=" + project);
        Locator host = admin.page().getByRole(AriaRole.COMBOBOX).first();
        host.fill("Ivy");
        admin.page().locator("vaadin-combo-box-item").getByText("Ivy Table").click();
        Locator note = admin.page().locator(".guest-form .note[role=status]").last();
        assertThat(note).isHidden();
        admin.page().getByLabel("courier", exactly()).check();
        assertThat(note)
                .hasText("1 day at most. 2 of them out at once. (row 1 of “Limits of guest passes” in the rules)");
    }

    @Test
    @Order(3)
    void aDeviceThatComesIsAsImportantAsTheTableSays() throws Exception {
        admin.open("/rules/" + project);
        admin.button("Importance of notifications").click();
        Visitor.button(admin.dialog(), "Save").click();
        Locator table = table("Importance of notifications");
        table.getByLabel("Change row 1").click();
        admin.pick("Notifications and passes", "A device comes online");
        pick("Importance", "Important");
        assertThat(admin.page().locator(".policy-sentence"))
                .hasText("A device comes online · anybody or nobody · everywhere · at any time · Important");
        Visitor.button(admin.dialog(), "Save").click();
        assertThat(table.locator("tbody tr")).containsText(new String[] {"A device comes online"});
        putInForce("Importance of notifications");

        String credentials = journey.server()
                .rest("POST", "/api/v1/devices/TABLE-1/credentials", "")
                .body();
        panel = new ObedientPanel(
                "TABLE-1",
                credentials.replaceAll("(?s).*\"password\":\"([^\"]+)\".*", "$1"),
                journey.server().mqttPort());
        admin.open("/notifications");
        assertThat(admin.page()
                        .locator(".notification.important")
                        .filter(new Locator.FilterOptions().setHasText("Table gate")))
                .containsText(new String[] {"Important: row 1 of “Importance of notifications” in the rules"});
    }

    @Test
    @Order(4)
    void anEventIsAsUrgentAsTheTableSays() {
        admin.open("/rules/" + project);
        admin.button("Priority and category of events").click();
        Visitor.button(admin.dialog(), "Save").click();
        Locator table = table("Priority and category of events");
        table.getByLabel("Change row 1").click();
        Locator codes = admin.field("Events, by the codes of devices");
        codes.fill("panel_dreamt");
        codes.press("Enter");
        codes.press("Escape");
        pick("Priority", "Critical");
        Visitor.button(admin.dialog(), "Save").click();
        assertThat(table.locator("tbody tr")).containsText(new String[] {"panel dreamt"});
        putInForce("Priority and category of events");

        panel.tell(1, "access", "panel_dreamt");
        panel.tell(2, "info", "device_booted");
        admin.open("/device-events?project=" + project);
        Locator events = admin.page().locator("vaadin-grid");
        assertThat(events).containsText("panel_dreamt");
        assertThat(admin.page().locator(".event-priority.critical")).hasText("Critical");
        assertThat(events).containsText("row 1 of “Priority and category of events”");
        assertThat(events).containsText("Information");
    }

    @Test
    @Order(5)
    @Tag("RU-5")
    void aScenarioOfATableKeepsTheDraftOutOfForceUntilItPasses() {
        admin.open("/rules/" + project);
        Locator limits = table("Limits of guest passes");
        limits.getByText("Keep as a scenario").first().click();
        admin.field("Name").fill("Any guest");
        number("Days that a pass lasts at most", "3");
        assertThat(admin.page().locator(".policy-sentence"))
                .hasText(Pattern.compile("Limits of guest passes: a guest with .* → 3 days at most\\."));
        Visitor.button(admin.dialog(), "Save").click();
        assertThat(test("Any guest")).containsText("fails");
        assertThat(test("Any guest")).containsText("no row fits, so it is as without the table");
        admin.button("Put in force").click();
        Visitor.button(admin.dialog(), "Put in force").click();
        assertThat(admin.dialog().getByText("The scenario “Any guest” fails.")).isVisible();
        Visitor.button(admin.dialog(), "Cancel").click();

        admin.button("Change: Any guest").click();
        number("Days that a pass lasts at most", "");
        Visitor.button(admin.dialog(), "Save").click();
        assertThat(test("Any guest").locator(".change-badge")).hasText("passes");
        assertThat(admin.page().locator(".test-outcome")).containsText("no scenario asks about");
    }

    @Test
    @Order(6)
    @Tag("RU-5")
    void aScenarioOfAnEventIsWrittenAndPutInForce() {
        admin.open("/rules/" + project);
        admin.button("New scenario of another decision").click();
        pick("Table", "Priority and category of events");
        Visitor.button(admin.dialog(), "Save").click();
        assertThat(admin.dialog().getByText("This is missing.").first()).isVisible();
        admin.field("Name").fill("A <b>dream</b>");
        pick("Events, by the codes of devices", "panel_dreamt");
        pick("Device", "Table gate");
        pick("Priority", "Critical");
        assertThat(admin.page().locator(".policy-sentence"))
                .containsText(Pattern.compile("panel dreamt at “Table gate” on .* → Critical$"));
        Visitor.button(admin.dialog(), "Save").click();
        assertThat(test("A <b>dream</b>").locator(".change-badge")).hasText("passes");
        admin.button("Put in force").click();
        assertThat(admin.dialog().locator(".rule-changes").last()).containsText("A <b>dream</b>");
        Visitor.button(admin.dialog(), "Put in force").click();
        assertThat(admin.button("Put in force")).hasCount(0);
    }

    @Test
    @Order(7)
    void historyAndReportsSayWhatTheTablesSay() {
        admin.open("/rules/" + project);
        admin.link("History").click();
        Locator tested = admin.page().locator(".rule-version").first();
        tested.getByText("What it changed").click();
        assertThat(tested.locator(".rule-changes li").getByText("added: scenario “Any guest”"))
                .isVisible();
        assertThat(tested.locator(".rule-changes").first()).containsText("→ As without this table");
        Locator events = admin.page().locator(".rule-version").nth(1);
        events.getByText("What it changed").click();
        assertThat(events.locator(".rule-changes li").first())
                .hasText(Pattern.compile("added: Priority and category of events, row 1.*panel dreamt.*Critical.*"));

        admin.link("Reports").click();
        Locator reports = admin.page().locator(".rule-report-answer");
        assertThat(reports.first()).containsText("1. everybody · couriers · 1 day at most. 2 out at once.");
        assertThat(reports.nth(1)).containsText("added: Limits of guest passes, row 1");
        assertThat(reports.nth(1)).containsText("A device comes online · anybody or nobody · everywhere");
    }

    private void pick(String label, String choice) {
        Locator field = admin.dialog()
                .getByRole(
                        AriaRole.COMBOBOX,
                        new Locator.GetByRoleOptions().setName(label).setExact(true));
        field.fill(choice);
        field.press("Enter");
        field.press("Tab");
    }

    private Locator test(String name) {
        return admin.page().locator(".test-card").filter(new Locator.FilterOptions().setHasText(name));
    }

    private Locator table(String name) {
        return admin.page().locator(".table-card").filter(new Locator.FilterOptions().setHasText(name));
    }

    private void putInForce() {
        putInForce("Limits of guest passes");
    }

    private void putInForce(String table) {
        admin.open("/rules/" + project);
        admin.button("Put in force").click();
        Locator changes = admin.dialog().locator(".rule-changes");
        assertThat(changes.last()).containsText(table);
        Locator later = admin.dialog().getByText("they take effect when the version is put in force everywhere");
        assertThat(later).isHidden();
        admin.page().getByLabel("In one group first", exactly()).check();
        assertThat(later).isVisible();
        admin.page().getByLabel("Everywhere", exactly()).check();
        Visitor.button(admin.dialog(), "Put in force").click();
        assertThat(admin.page().locator(".rulebook-state")).containsText("In force: version");
        // the draft is no more: what was written decides
        assertThat(admin.button("Put in force")).hasCount(0);
    }

    private void number(String label, String value) {
        Locator field = admin.field(label);
        field.fill(value);
        field.press("Tab");
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
