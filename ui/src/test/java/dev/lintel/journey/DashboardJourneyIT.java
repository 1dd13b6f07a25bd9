package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A concierge's morning: what there is, who is at the doors, somebody to let in, and all of it where they like it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DashboardJourneyIT {
    @RegisterExtension
    static final Journey journey = Journey.onTheSharedServer();

    private static final String SITE = """
            {"kind":"site","name":"Hazel House","timeZone":"Europe/London"}
            {"kind":"group","id":"house","name":"Hazel House","type":"building"}
            {"kind":"device","id":"door","group":"house","name":"Alder door","model":"AA-12","serial":"HAZEL-1","locks":1}
            {"kind":"device","id":"gate","group":"house","name":"Alder gate","model":"AA-12","serial":"HAZEL-2","locks":1}
            {"kind":"user","id":"ada","name":"Ada Alder","groups":["house"],"profile":"user"}
            {"kind":"user","id":"abe","name":"Abe Alder","groups":["house"],"profile":"user"}
            {"kind":"identifier","id":"ada-card","user":"ada","type":"card","value":"81001"}
            {"kind":"identifier","id":"abe-card","user":"abe","type":"card","value":"81002"}
            {"kind":"identifier","id":"abe-code","user":"abe","type":"access-code","value":"810023"}
            {"kind":"restriction","id":"way","name":"Alder way in","guestUsable":true,"lines":[{"device":"door","accessPoint":null,"lock":"first"}],"schedules":[]}
            {"kind":"grant","restriction":"way","to":{"group":"house"}}
            """;

    private static long project;

    private final Visitor admin = journey.admin();
    private final Page page = admin.page();

    @Test
    @Order(1)
    @Tag("DA-1")
    void everyNumberLeadsToTheListThatItCounts() throws Exception {
        project = journey.imported(SITE);
        leads("users", "2 users", "/users?", "2 entries");
        leads("identifiers", "3 identifiers", "/identifiers?", "3 entries");
        leads("guest-passes", "0 guest passes", "/guests?", "0 entries");
        leads("devices-not-online", "2 devices not online", "/devices?", "2 entries");
        leads("devices-online", "0 devices online", "/devices?", "0 entries");
    }

    private void leads(String widget, String said, String list, String counted) {
        today();
        Locator tile = widget(widget).locator("a");
        assertThat(tile).hasText(Pattern.compile(said.replace(" ", "\\s*")));
        tile.click();
        assertThat(page).hasURL(Pattern.compile(".*" + list.replace("?", "\\?") + ".*project=" + project + "\\b.*"));
        assertThat(page.locator(".list-tools .count")).hasText(counted);
    }

    @Test
    @Order(2)
    @Tag("DA-3")
    void theLogIsLiveFilteredAndTakenAlongWithoutLeaving() throws Exception {
        today();
        assertThat(widget("acs-log").getByText("Nothing matches")).isVisible();
        present("HAZEL-1", "81001");
        assertThat(widget("acs-log").getByText("Ada Alder").first()).isVisible();
        present("HAZEL-2", "81002");
        assertThat(widget("acs-log").getByText("Abe Alder").first()).isVisible();
        assertThat(widget("refusals").locator(".number")).hasText("1");
        Locator search = widget("acs-log").locator("input").first();
        search.fill("ada");
        search.press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/\\?.*owner=ada.*"));
        assertThat(widget("acs-log").locator(".count")).hasText("1 entry");
        Visitor.button(widget("acs-log"), "Export").click();
        Locator csv = page.locator(".export-menu a").first();
        String file = page.waitForDownload(csv::click).suggestedFilename();
        Assertions.assertThat(file).endsWith(".csv");
        Visitor.button(widget("acs-log"), "Refresh").click();
        assertThat(widget("acs-log").locator(".count")).hasText("1 entry");
    }

    @Test
    @Order(3)
    @Tag("DA-4")
    void aGuestPassIsMadeAndSharedWithoutLeaving() {
        today();
        Visitor.button(widget("grant-access"), "Grant access").click();
        Locator dialog = page.locator("vaadin-dialog.grant-dialog");
        dialog.locator("input[role=combobox]").last().fill("ada");
        page.locator("vaadin-combo-box-item").getByText("Ada Alder").first().click();
        Visitor.button(dialog, "Make the pass").click();
        assertThat(dialog.getByText("The pass is made")).isVisible();
        assertThat(dialog.locator(".share-qr")).isVisible();
        Visitor.button(dialog, "Close").last().click();
        assertThat(page).hasURL(admin.url("/?project=" + project));
        assertThat(widget("grant-access").getByText("A guest · to Ada Alder")).isVisible();
        assertThat(widget("guest-passes").locator(".number")).hasText("1");
    }

    @Test
    @Order(4)
    @Tag("DA-5")
    void widgetsAreArrangedWithKeysAndStayThatWay() {
        today();
        admin.button("Arrange").click();
        Locator earlier = admin.button("Move Identifiers one place earlier");
        earlier.focus();
        page.keyboard().press("Enter");
        assertThat(place(1)).hasAttribute("data-widget", "identifiers");
        assertThat(earlier).isFocused();
        assertThat(page.locator(".arrange-bar [role=status]"))
                .hasText(Pattern.compile("Identifiers is now at place 1 of \\d+\\."));
        admin.button("Make Identifiers wider").press("Enter");
        assertThat(place(1)).hasAttribute("style", Pattern.compile(".*--w:\\s*2.*"));
        admin.button("Hide Refusals").press("Enter");
        assertThat(widget("refusals")).hasCount(0);
        page.reload();
        assertThat(place(1)).hasAttribute("data-widget", "identifiers");
        assertThat(place(1)).hasAttribute("style", Pattern.compile(".*--w:\\s*2.*"));
        assertThat(widget("refusals")).hasCount(0);
    }

    @Test
    @Order(5)
    @Tag("DA-5")
    void widgetsAreDraggedAndResizedAndAllOfItIsTakenBack() {
        today();
        admin.button("Arrange").click();
        admin.button("Show Refusals").click();
        assertThat(widget("refusals")).isVisible();
        BoundingBox first = place(1).boundingBox();
        drag(widget("users").locator(".widget-grip"), first.x + 5, first.y + 40);
        assertThat(place(1)).hasAttribute("data-widget", "users");
        BoundingBox users = widget("users").boundingBox();
        drag(widget("users").locator(".widget-corner"), users.x + 2.2 * users.width, users.y + users.height - 5);
        assertThat(widget("users")).hasAttribute("style", Pattern.compile(".*--w:\\s*2.*"));
        admin.button("Back to default").click();
        assertThat(widget("users")).hasAttribute("style", Pattern.compile(".*--w:\\s*1.*"));
        admin.button("Undo").click();
        assertThat(widget("users")).hasAttribute("style", Pattern.compile(".*--w:\\s*2.*"));
        admin.button("Back to default").click();
        assertThat(widget("users")).hasAttribute("style", Pattern.compile(".*--w:\\s*1.*"));
        admin.button("Done arranging").click();
        assertThat(page.locator(".widget-grip")).hasCount(0);
    }

    private void drag(Locator what, double x, double y) {
        BoundingBox box = what.boundingBox();
        page.mouse().move(box.x + 8, box.y + 8);
        page.mouse().down();
        page.mouse().move(x, y, new Mouse.MoveOptions().setSteps(5));
        page.mouse().up();
    }

    private void today() {
        admin.open("/?project=" + project);
        assertThat(page.locator(".board")).isVisible();
    }

    private Locator widget(String key) {
        return page.locator("[data-widget=" + key + "]");
    }

    private Locator place(int number) {
        return page.locator(".board > .widget").nth(number - 1);
    }

    private static void present(String serial, String card) throws Exception {
        var answer = journey.server()
                .rest(
                        "POST",
                        "/api/v1/decisions?record=true",
                        "{\"device\":\"" + serial + "\",\"identifier\":{\"type\":\"card\",\"value\":\"" + card
                                + "\"}}");
        Assertions.assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
