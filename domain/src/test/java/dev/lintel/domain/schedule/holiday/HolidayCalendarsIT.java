package dev.lintel.domain.schedule.holiday;

import static dev.lintel.domain.schedule.holiday.TestCalendars.byHand;
import static dev.lintel.domain.schedule.holiday.TestCalendars.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.access.AccessDecisions;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.schedule.Holiday;
import dev.lintel.domain.schedule.edit.ScheduleRefusedException;
import dev.lintel.domain.site.SiteFile;
import dev.lintel.domain.site.Sites;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Holiday calendars that people keep and subscribe to, and what doors make of them. */
@Tag("SC-2")
@Tag("SC-3")
class HolidayCalendarsIT extends DatabaseIT {
    private static final Instant CHRISTMAS_MORNING = Instant.parse("2026-12-25T10:00:00Z");
    private static final Holiday CHRISTMAS =
            new Holiday("Christmas", LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 26), true);
    private static final String URL = "https://example.org/secret-token/holidays.ics";

    @Autowired
    Sites sites;

    @Autowired
    HolidayCalendars calendars;

    @Autowired
    HolidaySubscriptions subscriptions;

    @Autowired
    ScriptedSource web;

    @Autowired
    AccessDecisions decisions;

    @Autowired
    SettableClock clock;

    private final Actor server = Actor.server();

    @Test
    void aHolidayClosesTheDoorFromTheMomentItIsSavedToTheMomentItIsGone() throws IOException {
        long project = house("hand");
        assertThat(isOpen("hand")).isTrue();

        StoredCalendar added = calendars.create(server, project, byHand("Bank holidays", CHRISTMAS));
        assertThat(isOpen("hand")).isFalse();
        StoredCalendar changed = calendars.edit(server, project, added.id(), added.version(), byHand("Bank holidays"));
        assertThat(isOpen("hand")).isTrue();
        assertThat(changed.version()).isGreaterThan(added.version());
        assertThatThrownBy(() -> calendars.edit(server, project, added.id(), added.version(), byHand("Late")))
                .isInstanceOf(CalendarChangedException.class);

        calendars.load(server, project, added.id(), file("20261225"));
        assertThat(isOpen("hand")).isFalse();
        calendars.delete(server, project, added.id());
        assertThat(isOpen("hand")).isTrue();
    }

    @Test
    void aSubscribedCalendarKeepsItsLastGoodState() throws IOException {
        long project = house("web");
        web.serve(URL, new String(file("20261225"), StandardCharsets.UTF_8));
        StoredCalendar added =
                calendars.create(server, project, new CalendarDraft("Web", List.of(), "webcal" + URL.substring(5)));
        assertThat(added.calendar().holidays()).isEmpty();

        subscriptions.refreshDue();
        assertThat(isOpen("web")).isFalse();
        web.takeDown(URL);
        clock.forward(Duration.ofHours(25));
        subscriptions.refreshDue();
        assertThat(isOpen("web")).isFalse();
        Subscription failed = subscription(project, added.id());
        assertThat(failed.problem()).isEqualTo(SubscriptionProblem.REFUSED_THERE);
        assertThat(failed.refreshed()).isBefore(failed.tried());

        web.serve(URL, "<html>");
        subscriptions.refresh(server, project, added.id());
        assertThat(subscription(project, added.id()).problem()).isEqualTo(SubscriptionProblem.NO_CALENDAR);
        assertThat(isOpen("web")).isFalse();
        web.serve(URL, new String(file("20260101"), StandardCharsets.UTF_8));
        subscriptions.refresh(server, project, added.id());
        assertThat(subscription(project, added.id()).problem()).isNull();
        assertThat(isOpen("web")).isTrue();
    }

    @Test
    void theAddressOfASubscriptionIsForThoseWhoMayEditIt() throws IOException {
        long project = house("reader");
        StoredCalendar added = calendars.create(server, project, new CalendarDraft("Web", List.of(), URL));
        Actor reader = TestActors.ofProject(project, Permission.SCHEDULE_VIEW);
        assertThat(calendars.get(reader, project, added.id()).orElseThrow().subscription())
                .isEqualTo(new Subscription("", null, null, null, ""));
        assertThatThrownBy(() -> calendars.load(server, project, added.id(), file("20261225")))
                .isInstanceOf(ScheduleRefusedException.class)
                .hasMessageContaining("subscribed");
    }

    @Test
    void refusesWhatIsNoAddressOfTheWebAndNamesThatAreTaken() throws IOException {
        long project = house("refused");
        calendars.create(server, project, byHand("One"));
        assertThatThrownBy(
                        () -> calendars.create(server, project, new CalendarDraft("One", List.of(), "file:///etc/x")))
                .hasMessage("name taken: \"One\"; url no-web-address: \"file:///etc/x\"");
        assertThatThrownBy(() -> calendars.create(
                        server, project, new CalendarDraft("Two", List.of(), "https://me:secret@example.org/a.ics")))
                .hasMessageContaining("no-web-address");
    }

    @Test
    void otherProjectsHaveNoCalendarsAsFarAsSomebodyCanKnow() throws IOException {
        long project = house("theirs");
        String id =
                calendars.create(server, project, byHand("Theirs", CHRISTMAS)).id();
        Actor neighbour = TestActors.ofProject(
                house("ours"), Permission.SCHEDULE_VIEW, Permission.SCHEDULE_EDIT, Permission.SCHEDULE_DELETE);
        assertThat(calendars.list(neighbour, project)).isEmpty();
        assertThatThrownBy(() -> calendars.delete(neighbour, project, id)).isInstanceOf(NoSuchCalendarException.class);
        assertThatThrownBy(() -> subscriptions.refresh(neighbour, project, id))
                .isInstanceOf(NoSuchCalendarException.class);
    }

    @Test
    void aSiteFileCarriesHolidaysToAnotherServer() throws IOException {
        long project = house("carried");
        calendars.create(server, project, byHand("Bank holidays", CHRISTMAS));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sites.export(server, project, out);
        String file = out.toString(StandardCharsets.UTF_8);
        assertThat(file).contains("\"kind\":\"holiday-calendar\"", "\"holidays\":\"excluded\"");

        SiteFile.read(new ByteArrayInputStream(out.toByteArray()));
        long copy = sites.load(server, TestSites.file(file.replace("carried", "copied")), true, progress -> {})
                .project();
        assertThat(calendars.list(server, copy).getFirst().calendar().holidays())
                .containsExactly(CHRISTMAS);
        assertThat(isOpen("copied")).isFalse();
    }

    private Subscription subscription(long project, String id) {
        return Objects.requireNonNull(
                calendars.get(server, project, id).orElseThrow().subscription());
    }

    /** The house of the tests, whose mornings are closed on holidays. */
    private long house(String name) throws IOException {
        String file = TestSites.house(name)
                .replace("\"rrule\":\"FREQ=DAILY\"", "\"rrule\":\"FREQ=DAILY\",\"holidays\":\"excluded\"");
        return sites.load(server, TestSites.file(file), true, progress -> {}).project();
    }

    private boolean isOpen(String house) {
        AccessRequest request =
                new AccessRequest(house + "-1", null, null, IdentifierType.CARD, "12345678", CHRISTMAS_MORNING);
        return decisions
                .decide(request)
                .facts()
                .grants()
                .getFirst()
                .schedules()
                .getFirst()
                .open();
    }
}
