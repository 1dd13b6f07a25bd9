package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A manager who has never seen a rule engine keeps couriers out at night; somebody else puts it in force, and takes it back. */
@Tag("RU-5")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RulebookJourneyIT {
    private static final String PASSWORD = "four hidden bridges 58";
    private static final String EMAIL = "manager@rulebook.example.org";
    private static final String SENTENCE =
            "Denies couriers at every door from 22:00 to 08:00 (the next day) every day.";

    @RegisterExtension
    static final Journey journey = Journey.onTheSharedServer();

    private static long project;
    private static Visitor manager;

    private final Visitor admin = journey.admin();

    @Test
    @Order(1)
    void aManagerWritesAPolicyAndReadsItWhileItIsMade() throws Exception {
        project = journey.imported("""
                {"kind":"site","name":"Rule House","timeZone":"Europe/London"}
                {"kind":"group","id":"rule","name":"Rule House"}
                {"kind":"device","id":"rule-gate","group":"rule","serial":"rule-1","name":"Rule gate","locks":1}
                {"kind":"user","id":"rule-anna","name":"Anna Rule","groups":["rule"]}
                {"kind":"identifier","id":"rule-card","user":"rule-anna","type":"card","value":"4711"}
                """);
        manager = registeredManager();
        manager.open("/");
        manager.link("Rules").click();
        assertThat(manager.text("Only the shipped rules decide")).isVisible();
        manager.button("New policy").first().click();
        Locator editor = manager.dialog();
        assertThat(sentence(manager)).hasText("Denies everybody at every door at any time.");

        Visitor.button(editor, "Save").click();
        assertThat(editor.getByText("This would keep everybody out of every door at any time.")
                        .first())
                .isVisible();
        manager.field("Name").fill("Couriers at night");
        manager.page().getByLabel("Couriers", exactly()).check();
        type(manager, "From", "22:00");
        type(manager, "To", "08:00");
        assertThat(sentence(manager)).hasText(SENTENCE);
        Visitor.button(editor, "Save").click();
        assertThat(cards(manager)).containsText(new String[] {SENTENCE});
        assertThat(cards(manager).locator(".change-badge")).hasText("new");
        assertThat(state(manager)).containsText("Draft of version 1");
        // nobody of the house is a courier, and nobody has come yet
        Locator effect = manager.page().locator(".rulebook-effect");
        assertThat(effect).containsText("nobody would notice");
        assertThat(effect).containsText("no requests of the last 30 days");
        manager.button("Try it on the last 90 days").click();
        assertThat(effect).containsText("no requests of the last 90 days");
    }

    @Test
    @Order(2)
    void whoeverWroteItDoesNotPutItInForce() {
        manager.button("Submit").click();
        manager.field("Note").fill("Complaints about noise");
        Visitor.button(manager.dialog(), "Submit").click();
        assertThat(state(manager)).containsText("waits for a second person");
        assertThat(state(manager)).containsText("Complaints about noise");

        manager.button("Put in force").click();
        Locator dialog = manager.dialog();
        assertThat(dialog.locator(".rule-changes li")).containsText(new String[] {SENTENCE});
        Visitor.button(dialog, "Put in force").click();
        assertThat(dialog.getByText("You had a hand in this version; somebody else has to put it in force."))
                .isVisible();
        Visitor.button(dialog, "Cancel").click();
    }

    @Test
    @Order(3)
    void aSecondPersonPutsItInForceKnowingWhatDevicesDoThatAreCutOff() {
        admin.open("/rules/" + project);
        admin.button("Put in force").click();
        Locator dialog = admin.dialog();
        Visitor.button(dialog, "Put in force").click();
        assertThat(dialog.getByText("Say of “Couriers at night” that you know")).isVisible();
        admin.page().getByLabel("devices that are cut off do not know").check();
        Visitor.button(dialog, "Put in force").click();
        assertThat(state(admin))
                .hasText(Pattern.compile("In force: version 1, since .*, put in force by admin\\.\\s*"));
        assertThat(cards(admin).locator(".change-badge")).hasCount(0);

        admin.link("History").click();
        assertThat(versions()).hasCount(1);
        assertThat(versions()).containsText(new String[] {"Complaints about noise"});
        versions().getByText("1 rule").click();
        assertThat(versions()).containsText(new String[] {SENTENCE});
    }

    @Test
    @Order(4)
    void whatIsChangedMeanwhileIsNotOverwritten() {
        manager.open("/rules/" + project);
        admin.open("/rules/" + project);
        copyAs(manager, "Couriers at noon");
        admin.button("Delete: Couriers at night").click();
        admin.page().locator("vaadin-confirm-dialog").getByText("Delete").last().click();
        assertThat(admin.text("Somebody else has changed the rules in the meantime"))
                .isVisible();
        assertThat(cards(admin)).hasCount(2);
    }

    @Test
    @Order(5)
    void anEarlierVersionIsTakenUpAgain() {
        manager.button("Submit").click();
        Visitor.button(manager.dialog(), "Submit").click();
        assertThat(state(manager)).containsText("waits for a second person");
        admin.open("/rules/" + project);
        admin.button("Put in force").click();
        Locator boxes = admin.dialog().locator("vaadin-checkbox");
        assertThat(boxes).hasCount(2);
        boxes.nth(0).click();
        boxes.nth(1).click();
        Visitor.button(admin.dialog(), "Put in force").click();
        assertThat(state(admin)).containsText("In force: version 2");

        admin.link("History").click();
        assertThat(versions()).hasCount(2);
        Visitor.button(versions().nth(1), "Roll back to this").click();
        admin.page()
                .locator("vaadin-confirm-dialog")
                .getByText("Roll back", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(versions()).hasCount(3);
        assertThat(versions().first()).containsText("Took up the policies of version 1 again.");
        admin.link("Rules").first().click();
        assertThat(state(admin)).containsText("In force: version 3");
        assertThat(cards(admin)).hasCount(1);
        assertThat(cards(admin)).containsText(new String[] {"Couriers at night"});
    }

    @Test
    @Order(6)
    @Tag("DE-1")
    void aPolicyIsForDoorsWithATagAndWhatNobodyUses() {
        admin.open("/devices?project=" + project);
        admin.button("Tags of Rule gate").click();
        Locator tags = admin.dialog().getByRole(AriaRole.COMBOBOX);
        tags.fill("Bicycles");
        tags.press("Enter");
        assertThat(admin.dialog()
                        .locator("vaadin-multi-select-combo-box-chip[slot=chip]")
                        .first())
                .isVisible();
        Visitor.button(admin.dialog(), "Save").click();
        assertThat(admin.dialog()).isHidden();

        admin.open("/rules/" + project);
        admin.button("New policy").first().click();
        admin.field("Name").fill("Forgotten cards");
        admin.pick("With one of these tags", "bicycles");
        Visitor.button(admin.dialog(), "Save").click();
        assertThat(cards(admin).last()).containsText("devices keep it by themselves, also when they cannot reach");

        admin.button("Change: Forgotten cards").click();
        admin.text("Markers, family, age").click();
        Locator days = admin.field("Days without a pass, at least");
        days.fill("90");
        days.press("Tab");
        assertThat(sentence(admin))
                .hasText("Denies everybody whose identifier has been unused for at least 90 days at doors tagged"
                        + " “bicycles” at any time.");
        Visitor.button(admin.dialog(), "Save").click();
        assertThat(cards(admin)).hasCount(2);
        assertThat(cards(admin).last()).containsText("unused for at least 90 days");
        cards(admin).last().getByText("When devices are cut off").click();
        assertThat(cards(admin).last()).containsText("It concerns 1 door.");
    }

    @Test
    @Order(7)
    void aTableShowsItsGapAndAScenarioThatFailsKeepsItFromTheDoors() {
        admin.open("/rules/" + project);
        admin.button("New table").click();
        admin.field("Name").fill("Couriers by hours");
        Visitor.button(admin.dialog(), "Save").click();
        Locator table = admin.page().locator(".table-card");
        assertThat(table.locator("tbody tr")).hasCount(1);
        assertThat(table).containsText("couriers");

        admin.button("Change row 1").click();
        type(admin, "From", "22:00");
        type(admin, "To", "08:00");
        Visitor.button(admin.dialog(), "Save").click();
        assertThat(table.locator("tbody tr"))
                .containsText(new String[] {"from 22:00 to 08:00 (the next day) every day"});
        assertThat(table.locator(".rule-hints")).containsText("Gap: no row says what then");

        Visitor.button(table.locator(".rule-hints"), "Keep as a scenario").click();
        admin.field("Name").fill("Courier by day");
        Visitor.button(admin.dialog(), "Save").click();
        Locator scenario =
                admin.page().locator(".test-card").filter(new Locator.FilterOptions().setHasText("Courier by day"));
        assertThat(scenario).containsText("It came out otherwise: access granted.");
        assertThat(admin.page().locator(".test-sum")).containsText("1 of 2 tests fails");

        admin.button("Submit").click();
        Visitor.button(admin.dialog(), "Submit").click();
        assertThat(state(admin)).containsText("waits for a second person");
        assertThat(admin.page().locator("vaadin-notification-card")).containsText("1 of 2 tests fails");
        manager.open("/rules/" + project);
        manager.button("Put in force").click();
        assertThat(manager.dialog().locator(".rule-changes").nth(1)).containsText("Couriers by hours");
        Visitor.button(manager.dialog(), "Put in force").click();
        assertThat(manager.dialog().getByText("The scenario “Courier by day” fails."))
                .isVisible();
        Visitor.button(manager.dialog(), "Cancel").click();

        admin.button("Change: Courier by day").click();
        admin.page().getByLabel("Granted", exactly()).check();
        Visitor.button(admin.dialog(), "Save").click();
        assertThat(admin.page().locator(".test-sum")).containsText("All 2 tests pass.");
    }

    @Test
    @Order(8)
    void lockdownIsReadyMadeAndSetWithOneClearQuestion() {
        admin.open("/rules/" + project);
        admin.button("Add a ready-made policy…").click();
        admin.button("Choose: Lockdown").click();
        assertThat(sentence(admin))
                .hasText("Denies everybody at every door (never on the way out) while the threat level is “lockdown”.");
        Visitor.button(admin.dialog(), "Save").click();
        assertThat(cards(admin)).hasCount(3);
        assertThat(admin.page().locator(".test-card"))
                .containsText(new String[] {"Lockdown: when it holds", "Lockdown: when it does not hold"});

        admin.button("Add a ready-made policy…").click();
        admin.button("Choose: Two people together").click();
        assertThat(sentence(admin))
                .hasText("Asks everybody at every door (never on the way out) at any time for a second credential of"
                        + " somebody else within 30 seconds.");
        admin.dialog().getByText("Opens lock 2 as well").click();
        assertThat(sentence(admin))
                .hasText("Opens lock 2 as well for everybody at every door (never on the way out) at any time.");
        admin.dialog().getByText("Keeps the door shut until").click();
        Visitor.button(admin.dialog(), "Cancel").click();

        admin.button("Set the threat level…").click();
        Locator dialog = admin.dialog();
        dialog.getByText("Lockdown: nobody is to move").click();
        Visitor.button(dialog, "Set: lockdown").click();
        Locator levels = admin.page().locator(".threat-levels");
        assertThat(levels).containsText("lockdown");
        assertThat(levels).containsText("Rule House, with all below it");
        admin.button("Back to normal: Rule House").click();
        Visitor.button(admin.dialog(), "Set: normal").click();
        assertThat(admin.text("Normal everywhere.")).isVisible();
    }

    @Test
    @Order(9)
    void whatAPolicyFlagsAndCountsIsFoundAgain() throws Exception {
        admin.open("/rules/" + project);
        write("Look at it later", "flags the log entry");
        assertThat(cards(admin).last())
                .containsText("Flags requests of everybody at every door at any time in the log.");
        write("How many", "counts how often a day");
        admin.button("Delete: Couriers by hours").click();
        admin.page().locator("vaadin-confirm-dialog").getByText("Delete").last().click();
        // until then the page is the one of before, and what is clicked on it comes to nothing
        assertThat(admin.button("Delete: Couriers by hours")).hasCount(0);
        admin.button("Submit").click();
        Visitor.button(admin.dialog(), "Submit").click();
        manager.open("/rules/" + project);
        manager.button("Put in force").click();
        Locator boxes = manager.dialog().locator("vaadin-checkbox");
        assertThat(boxes).hasCount(3);
        for (int i = 0; i < 3; i++) {
            boxes.nth(i).click();
        }
        Visitor.button(manager.dialog(), "Put in force").click();
        assertThat(state(manager)).containsText("In force: version 4");

        journey.server().rest("POST", "/api/v1/decisions?record=true", """
                {"device":"rule-1","identifier":{"type":"card","value":"4711"}}""");
        manager.open("/acs-log?filter=flagged:is:true");
        Locator flag = manager.page().locator(".entry-flag:visible");
        assertThat(flag).hasCount(1);
        assertThat(flag).hasAttribute("title", "Flagged by Look at it later");
        manager.open("/rule-reports/" + project);
        assertThat(manager.text("How many: 1 request; the door opened for 0")).isVisible();
    }

    private void write(String name, String effect) {
        admin.button("New policy").first().click();
        admin.field("Name").fill(name);
        admin.dialog().getByText(effect).click();
        Visitor.button(admin.dialog(), "Save").click();
        assertThat(admin.dialog()).isHidden();
    }

    @Test
    @Order(9)
    @Tag("SE-1")
    void theAuditSaysPoliciesAsSentences() throws Exception {
        long entry;
        try (Connection database = journey.server().database();
                ResultSet found = database.createStatement()
                        .executeQuery("select min(id) from audit_entry where kind = 'rulebook' and project_id = "
                                + project + " and after ->> 'policy Couriers at night' is not null")) {
            found.next();
            entry = found.getLong(1);
        }
        admin.open("/audit/" + entry);
        Locator changes = admin.page().locator(".audit-changes");
        assertThat(admin.page().locator("header h2")).hasText(Pattern.compile("Version \\d+"));
        assertThat(changes).containsText("policy “Couriers at night”");
        assertThat(changes).containsText(SENTENCE);
    }

    private static void copyAs(Visitor who, String name) {
        who.button("Copy as a new one: Couriers at night").click();
        who.field("Name").fill(name);
        Visitor.button(who.dialog(), "Save").click();
        assertThat(cards(who)).hasCount(2);
    }

    private Visitor registeredManager() throws Exception {
        admin.open("/users/new?project=" + project + "&group=rule");
        admin.field("Name").fill("Rule Manager");
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

    private static Locator sentence(Visitor visitor) {
        return visitor.page().locator(".policy-sentence");
    }

    private static Locator state(Visitor visitor) {
        return visitor.page().locator(".rulebook-state");
    }

    private static Locator cards(Visitor visitor) {
        return visitor.page().locator(".policy-card");
    }

    private Locator versions() {
        return admin.page().locator(".rule-version");
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static void type(Visitor visitor, String label, String time) {
        Locator field = visitor.field(label);
        field.fill(time);
        field.press("Enter");
        field.press("Tab");
    }
}
