package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every list can do, tried on a list of users that is longer than a screen. */
@Tag("US-6")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ListsJourneyIT {
    @RegisterExtension
    static final Journey journey = Journey.onTheSharedServer();

    private static final int BAKERS = 20;
    private static final int OTHERS = 230;
    private static long project;
    private static long elsewhere;

    private final Visitor admin = journey.admin();
    private final Page page = admin.page();

    @Test
    @Order(1)
    void aFilterOfTheAddressIsJoinedByAnotherAndAnyOfThemIsEnough() throws Exception {
        project = journey.imported(site("Long Row"));
        elsewhere = journey.imported("""
            {"kind":"site","name":"Short Row","timeZone":"Europe/London"}
            {"kind":"group","id":"short","name":"Short Row"}
            """);
        open("&filter=name:has:baker");
        counts(BAKERS);
        admin.button("Add filter").click();
        admin.field("Value").fill("hyperlink");
        admin.button("Apply").click();
        assertThat(admin.text("Nothing matches")).isVisible();
        admin.choose("All filters", "Any filter");
        counts(BAKERS + 1);
        // the browser notes the address a moment after it shows the rows
        assertThat(page).hasURL(Pattern.compile(".*match=any.*"));
        page.reload();
        counts(BAKERS + 1);
        page.goBack();
        assertThat(admin.text("Nothing matches")).isVisible();
    }

    @Test
    @Order(2)
    void aSegmentIsSharedInItsProjectAndGoesAfterAQuestion() throws Exception {
        open("&filter=name:has:baker");
        counts(BAKERS);
        admin.button("Segments").click();
        admin.field("Keep this filter as").fill("Bakers");
        page.getByLabel("Show it to everybody in the project who sees this list")
                .check();
        admin.button("Save segment").click();
        assertThat(admin.link("Bakers")).isVisible();
        Assertions.assertThat(segments(project)).contains("Bakers");
        Assertions.assertThat(segments(elsewhere)).doesNotContain("Bakers");

        admin.button("Delete the segment Bakers").click();
        Visitor.button(page.locator("vaadin-confirm-dialog"), "Delete").click();
        assertThat(admin.text("The segment Bakers is deleted.")).isVisible();
        Assertions.assertThat(segments(project)).doesNotContain("Bakers");
    }

    @Test
    @Order(3)
    void chosenColumnsAreThereTheNextTime() {
        open("");
        Locator address = page.locator("vaadin-grid-sorter, vaadin-grid-cell-content:visible")
                .getByText("Address");
        assertThat(admin.cell("Baker 1")).isVisible();
        assertThat(address).hasCount(0);
        admin.button("Columns").click();
        page.getByLabel("Address").check();
        assertThat(address.first()).isVisible();
        page.reload();
        assertThat(address.first()).isVisible();
        admin.button("Columns").click();
        page.getByLabel("Address").uncheck();
        assertThat(address).hasCount(0);
    }

    @Test
    @Order(4)
    @Tag("SE-1")
    void whatIsTakenAlongHoldsNoFormulasAndTheAuditKnows() throws Exception {
        open("&filter=name:has:hyperlink");
        counts(1);
        admin.button("Export").click();
        Download download = page.waitForDownload(() -> admin.text("CSV").click());
        Assertions.assertThat(Files.readString(download.path()))
                .contains("Name", "'=HYPERLINK")
                .doesNotContain("Baker");
        String over = journey.server()
                .rest(
                        "GET",
                        "/api/v1/lists/users/export?project=" + project + "&columns=name&filter=name:has:hyperlink",
                        "")
                .body();
        Assertions.assertThat(over.lines()).hasSize(2).last().asString().contains("'=HYPERLINK");
        Assertions.assertThat(journey.server()
                        .rest("GET", "/api/v1/audit?kind=list&recordId=users&deed=exported", "")
                        .body())
                .contains("\"field\":\"filter\"", "\"after\":\"name\"")
                .doesNotContain("hyperlink");
    }

    @Test
    @Order(5)
    void scrollingReadsOnToTheEnd() {
        open("");
        assertThat(admin.cell("Baker 1")).isVisible();
        Locator last = admin.cell("Walker " + OTHERS);
        for (int i = 0; i < 50 && !last.isVisible(); i++) {
            page.locator("vaadin-grid").first().evaluate("grid => grid.scrollToIndex(grid.size - 1)");
            page.waitForTimeout(200);
        }
        assertThat(last).isVisible();
        assertThat(admin.cell("Baker 1")).not().isVisible();
    }

    private void open(String filters) {
        admin.open("/users?project=" + project + filters);
    }

    private void counts(int entries) {
        assertThat(page.locator(".record-list .count")).hasText(entries == 1 ? "1 entry" : entries + " entries");
    }

    private static String segments(long project) throws IOException, InterruptedException {
        return journey.server()
                .rest("GET", "/api/v1/lists/users/segments?project=" + project, "")
                .body();
    }

    private static String site(String name) {
        String people = IntStream.rangeClosed(1, BAKERS)
                        .mapToObj(i -> person("b" + i, "Baker " + i))
                        .collect(Collectors.joining())
                + IntStream.rangeClosed(1, OTHERS)
                        .mapToObj(i -> person("w" + i, "Walker " + i))
                        .collect(Collectors.joining());
        return """
            {"kind":"site","name":"%s","timeZone":"Europe/London"}
            {"kind":"group","id":"row","name":"%s"}
            """.formatted(name, name) + people + person("evil", "=HYPERLINK(evil)");
    }

    private static String person(String id, String name) {
        return """
            {"kind":"user","id":"%s","name":"%s","groups":["row"],"profile":"user"}
            """.formatted(id, name);
    }
}
