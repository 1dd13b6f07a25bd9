package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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
            {"kind":"site","name":"Larch House","timeZone":"Europe/London"}
            {"kind":"group","id":"house","name":"Larch House","type":"building"}
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
    void isFoundInTheListAndDeletedWithAWordOnWhoLosesIt() throws Exception {
        admin.open("/restrictions?project=" + project);
        admin.link("Larch entrance").click();
        admin.button("Delete").click();
        Locator question = page.locator("vaadin-confirm-dialog");
        assertThat(question.getByText("1 person loses something at 1 door.")).isVisible();
        Visitor.button(question, "Delete").click();
        assertThat(admin.text("No access restrictions yet")).isVisible();
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
