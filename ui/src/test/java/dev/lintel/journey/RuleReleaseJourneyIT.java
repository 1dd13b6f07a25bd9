package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A manager chooses when and where rules come into force, and what watches over them then. */
@Tag("RU-5")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RuleReleaseJourneyIT {
    @RegisterExtension
    static final Journey journey = Journey.onTheSharedServer();

    private static long project;

    private final Visitor admin = journey.admin();

    @Test
    @Order(1)
    void rulesArePlannedForAMomentAndCalledOff() throws Exception {
        project = journey.imported("""
                {"kind":"site","name":"Release House","timeZone":"Europe/London"}
                {"kind":"group","id":"release","name":"Release House"}
                {"kind":"group","id":"east","parent":"release","type":"building","name":"East wing"}
                {"kind":"device","id":"release-gate","group":"release","serial":"release-1","name":"Release gate","locks":1}
                {"kind":"device","id":"east-door","group":"east","serial":"release-2","name":"East door","locks":1}
                """);
        admin.open("/rules/" + project);
        write("Tell of couriers");
        admin.page().getByLabel("A second person puts rules in force").click();
        confirm();

        admin.button("Put in force").click();
        Locator dialog = admin.dialog();
        admin.page().getByLabel("At a moment of your choice", exactly()).check();
        Visitor.button(dialog, "Put in force").click();
        assertThat(dialog.getByText("Choose a day and a time.")).isVisible();
        choose(dialog, "2099-01-01", "06:00");
        Visitor.button(dialog, "Put in force").click();
        assertThat(dialog.getByText("At most a year ahead.").first()).isVisible();
        choose(dialog, inAMonth(), "06:00");
        Visitor.button(dialog, "Put in force").click();
        assertThat(admin.page().locator(".plan-note")).containsText("Version 1 takes effect on");
        assertThat(admin.page().locator(".plan-note")).containsText("at 06:00 (Europe/London), planned by admin");

        admin.button("Call off").click();
        assertThat(admin.page().locator(".plan-note")).hasCount(0);
        assertThat(admin.page().locator(".rulebook-state")).containsText("Draft of version 1");
    }

    @Test
    @Order(2)
    void denialsAreWatchedAfterwards() {
        admin.open("/rules/" + project);
        Locator watch = admin.page().locator(".denial-watch");
        admin.page()
                .getByLabel("Take rules back by themselves when denials rise")
                .click();
        watch.getByLabel("Times the usual").fill("1");
        watch.getByLabel("Times the usual").press("Tab");
        Visitor.button(watch, "Save").click();
        assertThat(watch.getByText("It has to be from 1.5 to 100.").first()).isVisible();
        watch.getByLabel("Times the usual").fill("2.5");
        watch.getByLabel("Times the usual").press("Tab");
        Visitor.button(watch, "Save").click();
        assertThat(admin.text("Denials are watched in the first hour")).isVisible();
        admin.open("/rules/" + project);
        assertThat(admin.page().getByLabel("Times the usual")).hasValue("2.5");
    }

    @Test
    @Order(3)
    void rulesDecideInOneBuildingFirst() {
        admin.button("Put in force").click();
        admin.page().getByLabel("In one group first", exactly()).check();
        Visitor.button(admin.dialog(), "Put in force").click();
        assertThat(admin.dialog().getByText("Choose one group.")).isVisible();
        Locator group = admin.dialog().locator(".group-picker input").first();
        group.fill("East");
        admin.page()
                .locator("vaadin-multi-select-combo-box-item")
                .getByText("East wing")
                .first()
                .click();
        group.press("Escape");
        Visitor.button(admin.dialog(), "Put in force").click();
        Locator note = admin.page().locator(".plan-note.in-part");
        assertThat(note).containsText("In force in East wing first: version 1");
        assertThat(admin.text("Policies of version 1, in force in “East wing” first"))
                .isVisible();
        admin.open("/groups/" + project + "/east");
        admin.button("Delete").click();
        assertThat(admin.dialog().getByText("version 1 of the rules decides in “East wing” first"))
                .isVisible();
        assertThat(Visitor.button(admin.dialog(), "Delete")).isHidden();
        Visitor.button(admin.dialog(), "Cancel").click();
        admin.open("/rules/" + project);
        Visitor.button(note, "Put in force everywhere").click();
        admin.page()
                .locator("vaadin-confirm-dialog")
                .getByText("Put in force everywhere", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(admin.page().locator(".rulebook-state .in-force").first()).containsText("In force: version 1");
        assertThat(note).hasCount(0);
        admin.link("History").click();
        assertThat(admin.page().locator(".rule-version")).containsText("First in East wing.");
    }

    @Test
    @Order(4)
    void scenariosAreWrittenAsYaml() {
        admin.open("/rules/" + project);
        admin.button("Scenarios as YAML").click();
        Locator text = admin.dialog().locator("textarea");
        text.fill("- name: By day\n  request: {identifier: card, device: release-gate, at: noon}\n  expected: grant\n");
        Visitor.button(admin.dialog(), "Save").click();
        assertThat(admin.dialog().locator(".refusals"))
                .containsText("Line 2, scenarios[0].request.at: “noon” is no time");
        text.fill("- name: By day\n  request: {identifier: card, device: release-gate, at: 2026-11-29T12:00}\n"
                + "  expected: grant\n");
        Visitor.button(admin.dialog(), "Save").click();
        assertThat(admin.dialog()).hasCount(0);
        assertThat(admin.page().locator(".test-card").getByText("By day").first())
                .isVisible();
    }

    private void write(String name) {
        admin.button("New policy").first().click();
        admin.field("Name").fill(name);
        admin.page().getByLabel("people are notified").check();
        Visitor.button(admin.dialog(), "Save").click();
        assertThat(admin.page().locator(".policy-card").last()).containsText(name);
    }

    private void confirm() {
        admin.page()
                .locator("vaadin-confirm-dialog")
                .getByText("Confirm", new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static String inAMonth() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
    }

    private static void choose(Locator dialog, String day, String time) {
        Locator fields = dialog.locator("vaadin-date-time-picker input:not([type=hidden])");
        fields.nth(0).fill(day);
        fields.nth(0).press("Enter");
        fields.nth(1).fill(time);
        fields.nth(1).press("Enter");
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
