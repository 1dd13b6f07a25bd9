package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody wants to know who opens a door, by night as by day, and what else they open. */
@Tag("AM-1")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MatrixJourneyIT {
    @RegisterExtension
    static final Journey journey = Journey.onTheSharedServer();

    private static final String SITE = """
            {"kind":"site","name":"Rowan House","timeZone":"Europe/London"}
            {"kind":"group","id":"house","name":"Rowan House","type":"building"}
            {"kind":"group","id":"flat","parent":"house","name":"Rowan flat","type":"apartment"}
            {"kind":"schedule","id":"days","name":"Rowan days","start":"2026-01-05T09:00","end":"2026-01-05T17:00","rrule":"FREQ=DAILY"}
            {"kind":"device","id":"door","group":"house","name":"Rowan door","model":"AA-12","serial":"ROWAN-DOOR","locks":1}
            {"kind":"device","id":"shed","group":"house","name":"Rowan shed","model":"AA-12","serial":"ROWAN-SHED","locks":1}
            {"kind":"restriction","id":"front","name":"Rowan entrance","lines":[{"device":"door"}]}
            {"kind":"restriction","id":"work","name":"Rowan work","lines":[{"device":"door"},{"device":"shed"}],"schedules":["days"]}
            {"kind":"grant","restriction":"front","to":{"group":"flat"}}
            {"kind":"grant","restriction":"work","to":{"user":"wilma"}}
            {"kind":"user","id":"rosa","name":"Rosa Rowan","groups":["flat"],"profile":"user"}
            {"kind":"user","id":"wilma","name":"Wilma Worker","groups":["house"],"profile":"user"}
            {"kind":"identifier","id":"rosa-card","user":"rosa","type":"card","value":"7711001"}
            {"kind":"identifier","id":"rosa-old","user":"rosa","type":"ukey","value":"R0WAN01A","revoked":true}
            {"kind":"identifier","id":"wilma-card","user":"wilma","type":"card","value":"7711002"}
            """;

    private static long project;

    private final Visitor admin = journey.admin();
    private final Page page = admin.page();

    @Test
    @Order(1)
    void everyIdentifierStandsWithEveryDoorAndEachCellLeadsToItsRecord() throws Exception {
        project = journey.imported(SITE);
        admin.open("/matrix?project=" + project);
        assertThat(page.locator("vaadin-grid").getByText("7711001")).isVisible();
        assertThat(row("Rosa Rowan").getByText("Rowan entrance").first()).isVisible();
        assertThat(page.locator(".list-tools .count")).hasText(Pattern.compile("4 .*"));

        admin.open("/matrix?project=" + project + "&restriction=work&door=shed");
        assertThat(page.locator("vaadin-grid").getByText("7711002").first()).isVisible();
        assertThat(page.locator("vaadin-grid").getByText("7711001")).not().isVisible();
        page.locator("vaadin-grid a").getByText("Rowan work").first().click();
        assertThat(page.locator("h1").getByText("Rowan work")).isVisible();
    }

    @Test
    @Order(2)
    void theWholeResultIsTakenAlong() throws Exception {
        String file = journey.server()
                .rest(
                        "GET",
                        "/api/v1/lists/access-matrix/export?project=" + project
                                + "&door=rowan%20door&columns=identifierId,door,restrictions,reason",
                        "")
                .body();
        Assertions.assertThat(file.lines()).hasSize(4);
        Assertions.assertThat(file).contains("rosa-card", "Rowan entrance", "Rowan work", "revoked");

        admin.open("/matrix?project=" + project + "&type=ukey");
        assertThat(page.locator("vaadin-grid").getByText("R0WAN01A")).isVisible();
        admin.button("Export").click();
        Download download = page.waitForDownload(() -> admin.text("CSV").click());
        Assertions.assertThat(Files.readString(download.path()))
                .contains("R0WAN01A", "Rosa Rowan", "Rowan door", "Rowan entrance")
                .doesNotContain("7711001");
    }

    @Test
    @Order(3)
    @Tag("RU-7")
    void itIsSaidWhoCanOpenADoorNowAndAtAnotherTime() throws Exception {
        admin.open("/openers/" + project + "/door?when=2026-11-28T12:00:00Z");
        assertThat(page.locator("h1").getByText("Who can open Rowan door")).isVisible();
        assertThat(row("Wilma Worker").getByText("✓ opens").first()).isVisible();
        assertThat(row("Rosa Rowan").getByText("✕ revoked").first()).isVisible();

        admin.open("/openers/" + project + "/door?when=2026-11-28T23:00:00Z");
        assertThat(row("Wilma Worker").getByText("◷ outside the schedule").first())
                .isVisible();
        assertThat(row("Rosa Rowan").getByText("✓ opens").first()).isVisible();

        String asked = "/api/v1/projects/" + project + "/devices/door/openers?opens=now&at=";
        Assertions.assertThat(journey.server()
                        .rest("GET", asked + "2026-11-28T23:00:00Z", "")
                        .body())
                .contains("rosa-card")
                .doesNotContain("wilma-card", "rosa-old");
        Assertions.assertThat(journey.server()
                        .rest("GET", asked + "2026-11-28T12:00:00Z", "")
                        .body())
                .contains("rosa-card", "wilma-card", "\"until\":\"2026-11-28T17:00:00Z\"");
        Assertions.assertThat(journey.server()
                        .rest("GET", "/api/v1/projects/" + project + "/devices/nowhere/openers", "")
                        .statusCode())
                .isEqualTo(404);
        Assertions.assertThat(
                        journey.server().rest("GET", asked + "tomorrow", "").body())
                .contains("\"at\"", "is no instant");
    }

    @Test
    @Order(4)
    @Tag("RU-7")
    void aUsersPageTellsWhichDoorsTheyOpen() {
        admin.open("/users/" + project + "/rosa");
        Locator doors = page.locator(".person-doors");
        assertThat(doors.getByText("Rowan door")).isVisible();
        doors.getByText("All doors, at any time").click();
        assertThat(page.locator("h1").getByText("Doors of Rosa Rowan")).isVisible();
        assertThat(page.locator("vaadin-grid").getByText("R0WAN01A")).isVisible();

        admin.open("/doors-of/" + project + "/wilma?when=2026-11-28T23:00:00Z");
        assertThat(page.locator("vaadin-grid").getByText("Rowan shed")).isVisible();
        assertThat(page.locator("vaadin-grid")
                        .getByText("◷ outside the schedule")
                        .first())
                .isVisible();
        page.locator("vaadin-grid a").getByText("Rowan shed").first().click();
        assertThat(page.locator("h1").getByText("Who can open Rowan shed")).isVisible();
    }

    @Test
    @Order(5)
    @Tag("RU-7")
    void aWeekShowsWhenADoorOpensToSomebodyAndByWhichRestriction() throws Exception {
        admin.open("/doors-of/" + project + "/wilma");
        assertThat(page.locator("vaadin-grid").getByText("Rowan shed")).isVisible();
        page.locator("vaadin-grid .row-actions a[href*='/shed?']").click();
        assertThat(page.locator("h1").getByText("When Rowan shed opens to Wilma Worker"))
                .isVisible();
        assertThat(page.locator(".week-chart .track")).hasCount(7);

        // the clocks go back on this Sunday
        admin.open("/door-week/" + project + "/shed?user=wilma&from=2026-10-25");
        assertThat(page.locator(".week-chart .bar.opens")).hasCount(7);
        assertThat(page.locator(".week-chart .bar.opens").first())
                .hasAttribute("title", "Sun 25 Oct, 09:00–17:00: opens, by Rowan work");
        assertThat(page.locator(".day-length")).hasText("25 h");
        assertThat(page.locator(".week-list li.opens")).hasCount(7);
        admin.button("The week after").click();
        assertThat(page.getByText("1 Nov – 7 Nov 2026")).isVisible();
        assertThat(page.locator(".day-length")).hasCount(0);
        assertThat(page.locator(".week-list").getByText("Sunday, 1 November")).isVisible();
        // the address is changed by the page, after what the page shows
        assertThat(page).hasURL(Pattern.compile(".*user=wilma.*from=2026-11-01.*|.*from=2026-11-01.*user=wilma.*"));

        admin.open("/door-week/" + project + "/door?user=rosa&identifier=rosa-old");
        assertThat(page.locator(".week-list li.closed").first().getByText("does not open: revoked"))
                .isVisible();
        admin.text("With all of their own identifiers").click();
        assertThat(page.locator(".week-list li.opens")).hasCount(7);

        String week = journey.server()
                .rest("GET", "/api/v1/projects/" + project + "/users/wilma/doors/shed/week?from=2026-10-25", "")
                .body();
        Assertions.assertThat(week)
                .contains(
                        "{\"from\":\"2026-10-25T09:00:00Z\",\"until\":\"2026-10-25T17:00:00Z\",\"opens\":true",
                        "\"name\":\"Rowan work\"");
    }

    /** The cells of the grid beside somebody's name; the grid keeps them in no row that a selector knows. */
    private Locator row(String owner) {
        assertThat(page.locator("vaadin-grid").getByText(owner).first()).isVisible();
        return page.locator("vaadin-grid");
    }
}
