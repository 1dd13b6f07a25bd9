package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Schedules of a house: made in their forms, pasted, closed on holidays, taken along, and kept from being deleted in use. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SchedulesJourneyIT {
    @RegisterExtension
    static final Journey journey = Journey.onTheSharedServer();

    private static long project;

    private final Visitor admin = journey.admin();
    private final Page page = admin.page();

    @Test
    @Order(1)
    @Tag("SC-1")
    @Tag("SC-2")
    void aScheduleIsSaidInASentenceWhileItIsMade() throws Exception {
        project = journey.imported("""
            {"kind":"site","name":"Clock House","timeZone":"Europe/London"}
            {"kind":"group","id":"clock","name":"Clock House"}
            {"kind":"schedule","id":"clock-hours","name":"Clock hours","start":"2026-01-05T09:00","end":"2026-01-05T12:00","rrule":"FREQ=DAILY"}
            {"kind":"device","id":"clock-gate","group":"clock","serial":"clock-1","name":"Clock gate","locks":1}
            {"kind":"device","id":"clock-yard","group":"clock","serial":"clock-2","name":"Clock yard","locks":1}
            {"kind":"restriction","id":"clock-doors","name":"Clock doors","lines":[{"device":"clock-gate"},{"device":"clock-yard"}],"schedules":["clock-hours"]}
            """);
        open("/schedules");
        admin.button("Add schedule").click();
        assertThat(sentence()).hasText("Every day from Monday to Friday, 09:00–18:00.");
        assertThat(nextTimes()).hasCount(20);

        admin.field("Name").fill("Second Tuesdays");
        type("First day", "2027-01-01");
        admin.choose("by weeks", "by years");
        page.getByText("By day of the week").click();
        admin.choose("first", "second");
        admin.choose("Monday", "Tuesday");
        page.locator("vaadin-checkbox").getByText("Jun").click();
        type("Until (empty: always)", "2028-03-01");
        assertThat(sentence()).hasText("Every second Tuesday of January and June, 09:00–18:00, until 1 March 2028.");
        assertThat(nextTimes()).hasText(new String[] {
            "Tue 12 Jan 2027, 09:00–18:00", "Tue 8 Jun 2027, 09:00–18:00", "Tue 11 Jan 2028, 09:00–18:00"
        });
        admin.button("Year after").click();
        assertThat(page.locator(".year-map")).hasAttribute("aria-label", "Open on 2 days of 2027");
        admin.button("Save").click();
        assertThat(admin.cell("every second Tuesday of January and June, 09:00–18:00, until 1 March 2028"))
                .isVisible();
    }

    @Test
    @Order(2)
    @Tag("SC-1")
    void aPastedRuleIsUnderstoodIntoItsFormOrRefusedWithTheReason() {
        open("/schedules/new");
        admin.field("Name").fill("Pasted");
        type("First day", "2027-01-04");
        admin.choose("by weeks", "by a rule (RFC 5545)");
        Locator rule = page.locator("vaadin-text-area textarea");
        rule.fill("RRULE:FREQ=FORTNIGHTLY");
        rule.blur();
        assertThat(page.locator("vaadin-text-area [slot=error-message]"))
                .hasText("Not understood: FREQ “FORTNIGHTLY” is not DAILY, WEEKLY, MONTHLY or YEARLY");
        rule.fill("RRULE:FREQ=DAILY;COUNT=3");
        rule.blur();
        assertThat(sentence()).hasText("By the rule FREQ=DAILY;COUNT=3, 09:00–18:00.");
        assertThat(nextTimes()).hasCount(3);
        rule.fill("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20270630T220000Z");
        rule.blur();
        assertThat(sentence())
                .hasText("Every Monday and Thursday, each 2nd week only, 09:00–18:00, until 30 June 2027.");
        assertThat(admin.button("Repeats by weeks")).isVisible();
    }

    @Test
    @Order(3)
    @Tag("SC-2")
    @Tag("SC-3")
    void aHolidayIsMarkedInTheScheduleThatIsClosedOnIt() {
        LocalDate tomorrow = LocalDate.now(ZoneId.of("Europe/London")).plusDays(1);
        open("/holidays");
        admin.button("Leave").click();
        admin.button("Add calendar").first().click();
        admin.field("Name of the calendar").fill("House days");
        admin.field("Holiday").fill("Founders’ day");
        type("First day", tomorrow.toString());
        admin.button("Add").click();
        assertThat(page.locator(".holiday-row")).containsText("Founders’ day");
        admin.button("Save").click();
        assertThat(page.locator(".calendar-card")).containsText("1 holiday; next is Founders’ day on");

        open("/schedules/clock-hours");
        page.getByText("closed on holidays").click();
        assertThat(sentence()).hasText("Every day, 09:00–12:00, never on holidays.");
        assertThat(page.locator(".next-times .closed")).hasText(Pattern.compile(".*Founders’ day.*closed"));
        assertThat(page.locator(".year-map .holiday")).hasCount(1);
    }

    @Test
    @Order(4)
    @Tag("AR-3")
    void aScheduleSaysWhichDevicesAreToHaveItAndTheirHolidays() throws Exception {
        open("/schedules/clock-hours");
        assertThat(page.getByText("0 of 2 devices have it as it is now.")).isVisible();
        acknowledged("clock-gate");
        page.reload();
        assertThat(page.getByText("1 of 2 devices have it as it is now.")).isVisible();
        admin.link("Device by device").click();
        assertThat(page).hasURL(Pattern.compile(".*/schedule-copies\\?.*schedule=clock-hours.*"));
        assertThat(admin.cell("Clock gate")).isVisible();
        assertThat(admin.cell("Clock yard")).isVisible();
        assertThat(page.locator(".list-tools .count")).hasText("2 entries");
        admin.button("Identifiers").click();
        assertThat(page.locator("h1").getByText("Copies at devices")).isVisible();
        admin.button("Schedules").click();
        assertThat(page.locator("h1").getByText("Schedules at devices")).isVisible();
        admin.link("Clock hours").first().click();
        assertThat(sentence()).isVisible();
    }

    @Test
    @Order(5)
    @Tag("SC-3")
    void aCalendarOfAnInternalNetworkIsNotSubscribedTo() {
        open("/holidays/new");
        admin.field("Name of the calendar").fill("Inside");
        page.getByText("Subscribed from the web").click();
        admin.field("Address of the calendar").fill("http://127.0.0.1:1/holidays.ics");
        admin.button("Save").click();
        assertThat(page.getByText("The host has no address that is open to everybody."))
                .isVisible();
        assertThat(admin.button("Refresh now")).isVisible();
    }

    @Test
    @Order(6)
    @Tag("SC-3")
    void aScheduleIsTakenAlongAndStaysWhileARestrictionUsesIt() throws Exception {
        open("/schedules/clock-hours");
        Download download =
                page.waitForDownload(() -> admin.link("Download .ics").click());
        Assertions.assertThat(Files.readString(download.path(), StandardCharsets.UTF_8))
                .contains("BEGIN:VCALENDAR", "RRULE:FREQ=DAILY");
        admin.button("Delete").click();
        Locator refusal = page.locator("vaadin-confirm-dialog");
        assertThat(refusal.getByText("Clock doors")).isVisible();
        refusal.getByText("Close").last().click();
        assertThat(sentence()).isVisible();
    }

    /** As when the device says that it keeps the schedule now. */
    private static void acknowledged(String device) throws Exception {
        try (Connection database = journey.server().database();
                PreparedStatement held = database.prepareStatement(
                        "update device_copy set held = wanted, acknowledged = now() where project_id = ?"
                                + " and device_id = ? and kind = 'SCHEDULE' and record_id = 'clock-hours'")) {
            held.setLong(1, project);
            held.setString(2, device);
            Assertions.assertThat(held.executeUpdate()).isEqualTo(1);
        }
    }

    private void open(String path) {
        admin.open(path + "?project=" + project);
    }

    private Locator sentence() {
        return page.locator(".sentence");
    }

    private Locator nextTimes() {
        return page.locator(".next-times li");
    }

    private void type(String label, String date) {
        Locator field = admin.field(label);
        field.fill(date);
        field.press("Enter");
        field.press("Tab");
    }
}
