package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A door is opened to a floor, the floor hears of it first, and loses it again. */
@Tag("AR-1")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestrictionsJourneyIT {
    @RegisterExtension
    static final Journey journey = Journey.onTheSharedServer();

    private static final String SITE = """
            {"kind":"site","name":"Maple House","timeZone":"Europe/London"}
            {"kind":"group","id":"house","name":"Maple House","type":"building"}
            {"kind":"group","id":"floor","parent":"house","name":"Larch floor","type":"floor"}
            {"kind":"group","id":"flat","parent":"floor","name":"Larch flat","type":"apartment"}
            {"kind":"device","id":"door","group":"house","name":"Larch door","model":"AA-12","serial":"LARCH-DOOR","locks":1}
            {"kind":"user","id":"ivy","name":"Ivy Larch","groups":["flat"],"profile":"user"}
            {"kind":"identifier","id":"ivy-card","user":"ivy","type":"card","value":"7700123"}
            """;

    private static long project;

    private final Visitor admin = journey.admin();
    private final Page page = admin.page();

    @Test
    @Order(1)
    @Tag("AR-2")
    void saysWhoGainsBeforeItIsInForce() throws Exception {
        project = journey.imported(SITE);
        Assertions.assertThat(verdict()).contains("no-restriction");
        admin.open("/restrictions/new?project=" + project);
        admin.field("Name").fill("Larch entrance");
        page.locator("input[placeholder='Add a device']").fill("larch");
        page.locator("vaadin-combo-box-item").getByText("Larch door").first().click();
        assertThat(page.locator(".door-line > span").getByText("Larch door")).isVisible();
        page.locator(".group-picker input").fill("larch floor");
        page.locator("vaadin-multi-select-combo-box-item")
                .getByText("Larch floor")
                .first()
                .click();
        page.keyboard().press("Escape");
        admin.button("Save").click();
        Locator question = page.locator("vaadin-confirm-dialog");
        assertThat(question.getByText("1 person gains something at 1 door.")).isVisible();
        assertThat(question.getByText("Ivy Larch: gains Larch door")).isVisible();
        Assertions.assertThat(verdict()).contains("no-restriction");
        Visitor.button(question, "Save").click();
        assertThat(page.locator("h1").getByText("Larch entrance")).isVisible();
        Assertions.assertThat(verdict()).contains("granted");
        assertThat(page.locator(".holders").getByText("Ivy Larch").first()).isVisible();
        assertThat(page.locator(".holders")
                        .getByText("Larch floor / Larch flat")
                        .first())
                .isVisible();
    }

    @Test
    @Order(2)
    void isWithdrawnAndGrantedFromTheSideOfWhoeverHasIt() throws Exception {
        admin.open("/groups/" + project + "/floor/restrictions");
        admin.button("Withdraw Larch entrance").first().click();
        Locator question = page.locator("vaadin-confirm-dialog");
        assertThat(question.getByText("1 person loses something at 1 door.")).isVisible();
        Assertions.assertThat(verdict()).contains("granted");
        Visitor.button(question, "Withdraw").click();
        assertThat(admin.text("“Larch entrance” is withdrawn.")).isVisible();
        assertThat(admin.button("Withdraw Larch entrance")).hasCount(0);
        Assertions.assertThat(verdict()).contains("no-restriction");

        admin.open("/users/" + project + "/ivy");
        admin.button("Grant a restriction").click();
        admin.dialog().locator("input[role=combobox]").fill("entrance");
        page.locator("vaadin-combo-box-item")
                .getByText("Larch entrance")
                .first()
                .click();
        admin.button("See who gains").click();
        assertThat(question.getByText("Ivy Larch: gains Larch door")).isVisible();
        Assertions.assertThat(verdict()).contains("no-restriction");
        Visitor.button(question, "Grant").click();
        assertThat(admin.button("Withdraw Larch entrance").first()).isVisible();
        Assertions.assertThat(verdict()).contains("granted");
    }

    @Test
    @Order(3)
    void twoWhoEditItChooseFieldByField() {
        admin.open("/restrictions?project=" + project);
        admin.link("Larch entrance").click();
        assertThat(admin.field("Description")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/restrictions/\\d+/.+"));
        Visitor other = admin.anotherTab();
        other.page().navigate(page.url());
        other.field("Name").fill("Larch front");
        other.field("Name").blur();
        other.button("Save").click();
        assertThat(other.page().locator("h1").getByText("Larch front")).isVisible();
        other.page().close();
        admin.field("Description").fill("Typed by the slower one");
        admin.field("Description").blur();
        admin.button("Save").click();
        Locator comparison = page.locator("vaadin-dialog.comparison-dialog");
        assertThat(comparison.getByText("Theirs: Larch front")).isVisible();
        assertThat(comparison.getByText("Mine: Typed by the slower one")).isVisible();
        Visitor.button(comparison, "Save this").click();
        assertThat(page.locator("h1").getByText("Larch front")).isVisible();
        assertThat(admin.field("Description")).hasValue("Typed by the slower one");
        admin.field("Name").fill("Larch entrance");
        admin.field("Name").blur();
        admin.button("Save").click();
        assertThat(page.locator("h1").getByText("Larch entrance")).isVisible();
    }

    @Test
    @Order(4)
    @Tag("ID-3")
    void theListOfDevicesSaysWhichCopiesAreStillToCome() {
        admin.open("/devices?project=" + project);
        Locator copies = page.locator(".copies-cell:visible", new Page.LocatorOptions().setHasText("1 waiting"));
        assertThat(copies).isVisible();
        copies.click();
        assertThat(page).hasURL(Pattern.compile(".*/copies\\?.*device=door.*"));
        assertThat(admin.link("Ivy Larch")).isVisible();
        assertThat(page.locator(".list-tools .count")).hasText("1 entry");
    }

    @Test
    @Order(5)
    void isFoundInTheListAndDeletedWithAWordOnWhoLosesIt() throws Exception {
        admin.open("/restrictions?project=" + project);
        admin.link("Larch entrance").click();
        admin.button("Delete").click();
        Locator question = page.locator("vaadin-confirm-dialog");
        assertThat(question.getByText("1 person loses something at 1 door.")).isVisible();
        Visitor.button(question, "Delete").click();
        assertThat(page).hasURL(Pattern.compile(".*/restrictions(\\?.*)?$"));
        assertThat(page.locator(".list-tools .count")).isVisible();
        assertThat(admin.link("Larch entrance")).hasCount(0);
        Assertions.assertThat(verdict()).contains("no-restriction");
        Assertions.assertThat(journey.server()
                        .rest("GET", "/api/v1/audit?kind=restriction&project=" + project, "")
                        .body())
                .contains("Larch entrance", "Larch door", "Larch floor");
    }

    private static String verdict() throws Exception {
        return journey.server()
                .rest(
                        "POST",
                        "/api/v1/decisions",
                        "{\"device\":\"LARCH-DOOR\",\"identifier\":{\"type\":\"card\",\"value\":\"7700123\"}}")
                .body();
    }
}
