package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long the log is kept is said before anything goes, and what people want to be told of comes by itself. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LogJourneyIT {
    @RegisterExtension
    static final Journey journey = Journey.onTheSharedServer();

    private static final String SITE = """
            {"kind":"site","version":1,"name":"Mill Lane","timeZone":"Europe/London"}
            {"kind":"group","id":"mill","parent":null,"type":"building","name":"Mill Lane 1"}
            {"kind":"device","id":"mill-door","group":"mill","serial":"MILL-1","name":"Mill door","locks":1}
            {"kind":"user","id":"mill-u1","name":"Nora Wheel","groups":["mill"]}
            {"kind":"identifier","id":"mill-i1","user":"mill-u1","type":"card","value":"77001177"}
            """;

    private static long project;

    private final Visitor admin = journey.admin();
    private final Page page = admin.page();

    @Test
    @Order(1)
    @Tag("NO-2")
    void aRuleIsMadeAndSaysWhatIsMissing() throws Exception {
        project = journey.imported(SITE);
        admin.open("/notifications");
        admin.link("What is important").click();
        Visitor.button(section(), "Add a rule").click();
        Visitor.button(admin.dialog(), "Save").click();
        assertThat(admin.text("A rule needs a name.")).isVisible();

        admin.field("Name").fill("Strangers at the mill");
        admin.field("What happens").click();
        admin.field("What happens").pressSequentially("unknown identifier");
        page.locator("vaadin-multi-select-combo-box-item")
                .filter(new Locator.FilterOptions().setHasText("Pass: "))
                .first()
                .click();
        page.keyboard().press("Escape");
        Visitor.button(admin.dialog(), "Save").click();

        assertThat(section().locator(".rule-name")).hasText("Strangers at the mill");
        assertThat(section().locator("li")).hasClass(Pattern.compile("notice-red"));
        Assertions.assertThat(journey.server()
                        .rest("GET", "/api/v1/projects/" + project + "/notification-rules", "")
                        .body())
                .contains("Strangers at the mill", "unknown-identifier");
    }

    @Test
    @Order(2)
    @Tag("NO-2")
    void aPassThatTheRuleSpeaksOfComesIntoTheOpenFeed() throws Exception {
        admin.open("/notifications?tab=important");

        decided("11112222");
        decided("33334444");

        Locator told = page.locator(".notifications .notification").filter(containing("Strangers at the mill"));
        assertThat(told.first()).containsText(Pattern.compile("2 passes at Mill door"));
        assertThat(told.first()).hasClass(Pattern.compile("notice-red"));
        told.first().locator("a").click();
        assertThat(page).hasURL(Pattern.compile(".*/acs-log/\\d+$"));
        assertThat(page.locator(".explanation")).containsText("Mill door");
    }

    @Test
    @Order(3)
    @Tag("AL-1")
    void howLongTheLogIsKeptIsSaidWithWhatGoes() throws Exception {
        older("-");
        try {
            theLogOfTheProjectIsKeptForTwoMonths();
            whatNoProjectHasIsKeptAsLongAsTheServerSays();
        } finally {
            older("+");
        }
    }

    /** Entries that were changed break the chain of the log, which others look at. */
    private static void older(String sign) throws Exception {
        try (Connection database = journey.server().database();
                Statement ageing = database.createStatement()) {
            Assertions.assertThat(ageing.executeUpdate("update acs_log set at = at " + sign
                            + " interval '100 days' where project_id = " + project))
                    .isEqualTo(2);
        }
    }

    private void theLogOfTheProjectIsKeptForTwoMonths() throws Exception {
        admin.open("/acs-log");
        admin.link("How long it is kept").click();
        section().locator("vaadin-select").click();
        section().locator("vaadin-select-item").getByText("for some months").click();
        section().locator("vaadin-integer-field input").fill("500");
        section().locator("vaadin-integer-field input").press("Tab");
        Visitor.button(section(), "Save").click();
        assertThat(section()).containsText("This must be a number from 1 to 120.");

        section().locator("vaadin-integer-field input").fill("2");
        assertThat(section()).containsText("2 entries are older and go the coming night.");
        Visitor.button(section(), "Save").click();

        assertThat(admin.text("Saved")).isVisible();
        Assertions.assertThat(journey.server()
                        .rest("GET", "/api/v1/projects/" + project + "/log-retention", "")
                        .body())
                .contains("\"amount\":2", "\"unit\":\"months\"");
        admin.open("/audit?project=" + project);
        assertThat(admin.cell("acs:" + project)).isVisible();
    }

    private void whatNoProjectHasIsKeptAsLongAsTheServerSays() throws Exception {
        admin.open("/acs-log/retention");
        Locator none = page.locator("section")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("h2").getByText("Devices that the server does not know")));
        none.locator("vaadin-select").click();
        none.locator("vaadin-select-item").getByText("for some months").click();
        none.locator("vaadin-integer-field input").fill("7");
        none.locator("vaadin-integer-field input").press("Tab");
        Visitor.button(none, "Save").click();
        assertThat(admin.text("Saved")).isVisible();
        Assertions.assertThat(journey.server()
                        .rest("GET", "/api/v1/log-retention", "")
                        .body())
                .contains("\"amount\":7", "\"unit\":\"months\"");
        Assertions.assertThat(journey.server()
                        .rest("PUT", "/api/v1/log-retention", "{}")
                        .body())
                .contains("\"amount\":null");
    }

    @Test
    @Order(5)
    @Tag("NO-2")
    void aRuleIsMovedByKeysAndTheFocusGoesWithIt() throws Exception {
        Assertions.assertThat(journey.server()
                        .rest(
                                "POST",
                                "/api/v1/projects/" + project + "/notification-rules",
                                "{\"name\":\"Expired at the mill\",\"reasons\":[\"expired\"]}")
                        .statusCode())
                .isEqualTo(201);
        admin.open("/notifications/rules");
        Locator names = section().locator(".rule-name");
        assertThat(names).hasText(new String[] {"Strangers at the mill", "Expired at the mill"});

        Visitor.button(section(), "Move up: Expired at the mill (2 of 2)").focus();
        page.keyboard().press("Enter");

        assertThat(names).hasText(new String[] {"Expired at the mill", "Strangers at the mill"});
        assertThat(Visitor.button(section(), "Move down: Expired at the mill (1 of 2)"))
                .isFocused();
        page.keyboard().press("Enter");
        assertThat(names).hasText(new String[] {"Strangers at the mill", "Expired at the mill"});
        assertThat(Visitor.button(section(), "Move up: Expired at the mill (2 of 2)"))
                .isFocused();
    }

    @Test
    @Order(6)
    @Tag("AL-1")
    void theLogIsFilteredByTheMarkerOfTheOwner() throws Exception {
        Assertions.assertThat(journey.server()
                        .rest(
                                "POST",
                                "/api/v1/projects/" + project + "/markers",
                                "{\"name\":\"Owes rent at the mill\",\"colour\":\"#b91c1c\"}")
                        .statusCode())
                .isEqualTo(201);
        try (Connection database = journey.server().database();
                Statement marking = database.createStatement()) {
            marking.executeUpdate("update person set marker_id = (select id from marker where project_id = " + project
                    + ") where id = 'mill-u1' and project_id = " + project);
        }
        decided("77001177");
        decided("55556666");

        admin.open("/acs-log?project=" + project);
        assertThat(admin.cell("Nora Wheel").first()).isVisible();
        admin.button("Add filter").click();
        page.getByLabel("Field").click();
        page.locator("vaadin-select-item")
                .getByText("Marker", new Locator.GetByTextOptions().setExact(true))
                .click();
        page.getByLabel("Any of").click();
        page.locator("vaadin-multi-select-combo-box-item")
                .getByText("Owes rent at the mill")
                .click();
        page.keyboard().press("Tab");
        admin.button("Apply").click();

        assertThat(page).hasURL(Pattern.compile(".*filter=marker%3Ais%3A.*"));
        assertThat(admin.cell("Nora Wheel")).hasCount(1);
        assertThat(page.locator("vaadin-grid")).not().containsText("55556666");
        String filter = page.url().substring(page.url().indexOf('?'));
        Assertions.assertThat(journey.server()
                        .rest("GET", "/api/v1/lists/acs-log/export" + filter, "")
                        .body())
                .contains("Nora Wheel")
                .doesNotContain("55556666");
    }

    private Locator section() {
        return page.locator("section")
                .filter(new Locator.FilterOptions().setHas(page.locator("h2").getByText("Mill Lane")))
                .first();
    }

    private static void decided(String card) throws Exception {
        Assertions.assertThat(journey.server()
                        .rest(
                                "POST",
                                "/api/v1/decisions?record=true",
                                "{\"device\":\"MILL-1\",\"identifier\":{\"type\":\"card\",\"value\":\"" + card + "\"}}")
                        .statusCode())
                .isEqualTo(200);
    }

    private static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
