package dev.lintel.domain.sync;

import static dev.lintel.domain.schedule.holiday.TestCalendars.file;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.restriction.RestrictionDraft;
import dev.lintel.domain.restriction.Restrictions;
import dev.lintel.domain.restriction.StoredRestriction;
import dev.lintel.domain.schedule.Holiday;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.schedule.edit.ScheduleDraft;
import dev.lintel.domain.schedule.edit.Schedules;
import dev.lintel.domain.schedule.holiday.CalendarDraft;
import dev.lintel.domain.schedule.holiday.HolidayCalendars;
import dev.lintel.domain.schedule.holiday.HolidaySubscriptions;
import dev.lintel.domain.schedule.holiday.ScriptedSource;
import dev.lintel.domain.schedule.holiday.StoredCalendar;
import dev.lintel.domain.schedule.holiday.TestCalendars;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.sync.CopyContent.OfSchedule;
import dev.lintel.domain.sync.Parcels.Copied;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which devices hear of holidays, and when: the office is closed on them, the yard takes no notice of them, and each has a
 * panel.
 */
@Tag("AR-3")
@Tag("SC-2")
class HolidayCopiesIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();
    private static final String URL = "https://example.org/holidays.ics";

    private static final String SITE = """
            {"kind":"site","version":1,"name":"NAME","timeZone":"Europe/London"}
            {"kind":"group","id":"g1","parent":null,"type":"building","name":"House"}
            {"kind":"schedule","id":"s1","name":"Office","start":"2026-01-05T09:00","end":"2026-01-05T18:00","rrule":"FREQ=DAILY","holidays":"excluded"}
            {"kind":"schedule","id":"s2","name":"Yard","start":"2026-01-05T06:00","end":"2026-01-05T22:00","rrule":"FREQ=DAILY"}
            {"kind":"device","id":"d1","group":"g1","type":"panel","model":"AA-12","serial":"NAME-office","locks":1}
            {"kind":"device","id":"d2","group":"g1","type":"panel","model":"AA-12","serial":"NAME-yard","locks":1}
            {"kind":"restriction","id":"r1","name":"Office","lines":[{"device":"d1"}],"schedules":["s1"]}
            {"kind":"restriction","id":"r2","name":"Yard","lines":[{"device":"d2"}],"schedules":["s2"]}
            {"kind":"grant","restriction":"r1","to":{"group":"g1"}}
            {"kind":"grant","restriction":"r2","to":{"group":"g1"}}
            {"kind":"user","id":"u1","name":"Olena","groups":["g1"]}
            {"kind":"identifier","id":"i1","user":"u1","type":"card","value":"12345678"}
            """;

    @Autowired
    Sites sites;

    @Autowired
    HolidayCalendars calendars;

    @Autowired
    HolidaySubscriptions subscriptions;

    @Autowired
    ScriptedSource web;

    @Autowired
    Schedules schedules;

    @Autowired
    Restrictions restrictions;

    @Autowired
    SyncProgress progress;

    @Autowired
    SyncPlanner planner;

    @Autowired
    PlanStore plans;

    @Autowired
    Parcels parcels;

    @Autowired
    ScheduleCopyList copies;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void aHolidayThatIsEnteredLoadedOrWithdrawnTouchesTheDevicesAloneWhoseSchedulesHeedIt() throws Exception {
        long house = site("hand");
        site("next-door");
        StoredCalendar entered = calendars.create(SERVER, house, byHand(holiday("2026-12-25")));
        assertThat(news("hand-office")).containsExactly("2026-12-25");
        StoredCalendar changed = calendars.edit(
                SERVER, house, entered.id(), entered.version(), byHand(holiday("2026-12-25"), holiday("2026-04-06")));
        assertThat(news("hand-office")).containsExactly("2026-04-06", "2026-12-25");
        calendars.load(SERVER, house, changed.id(), file("20260525"));
        assertThat(news("hand-office")).containsExactly("2026-05-25");
        calendars.delete(SERVER, house, entered.id());
        assertThat(news("hand-office")).isEmpty();
        assertNothingFor("hand-yard", "next-door-office", "next-door-yard");
    }

    @Test
    void aRefreshedSubscriptionArrives() throws Exception {
        long house = site("web");
        web.serve(URL, new String(file("20261225"), UTF_8));
        calendars.create(SERVER, house, new CalendarDraft("Web", List.of(), URL));
        subscriptions.refreshDue();
        assertThat(news("web-office")).containsExactly("2026-12-25");
        clock.forward(Duration.ofHours(25));
        subscriptions.refreshDue();
        planned();
        assertNothingFor("web-office", "web-yard");
        web.serve(URL, new String(file("20261226"), UTF_8));
        clock.forward(Duration.ofHours(25));
        subscriptions.refreshDue();
        assertThat(news("web-office")).containsExactly("2026-12-26");
        assertNothingFor("web-yard");
    }

    @Test
    void whatNoDeviceIsToKnowTouchesNone() throws Exception {
        long house = site("quiet");
        StoredCalendar old = calendars.create(SERVER, house, byHand(holiday("2019-12-25"), holiday("2031-12-25")));
        planned();
        assertNothingFor("quiet-office", "quiet-yard");
        calendars.edit(SERVER, house, old.id(), old.version(), new CalendarDraft("Another name", List.of(), null));
        planned();
        assertNothingFor("quiet-office", "quiet-yard");
    }

    @Test
    void aMonthThatBeginsMovesTheHorizonOnForThoseDevicesAlone() throws Exception {
        long house = site("month");
        calendars.create(SERVER, house, byHand(new Holiday("May", day("2020-05-01"), day("2020-05-01"), true)));
        take("month-office");
        HolidayHorizon before = plans.horizon();
        Instant turn = before.first()
                .plusMonths(1)
                .atDay(3)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        clock.set(turn.minusSeconds(1));
        progress.step();
        planned();
        assertThat(plans.plannedHorizon()).contains(before);
        assertNothingFor("month-office", "month-yard");

        clock.set(turn);
        HolidayHorizon after = new HolidayHorizon(before.first().plusMonths(1));
        horizonBecomes(after);
        Parcel parcel = parcels.next("month-office");
        assertThat(records(parcel)).containsExactly("s1");
        assertThat(days(parcel).until()).isEqualTo(after.until().toString());
        take("month-office");
        assertNothingFor("month-office", "month-yard");
    }

    @Test
    void aRestartSendsNothingAnewButTheFormatThatChanged() throws Exception {
        long house = site("again");
        calendars.create(SERVER, house, byHand(holiday("2026-12-25")));
        take("again-office");
        assertThat(planner.plan(house, null).devices()).isEmpty();
        progress.step();
        assertNothingFor("again-office", "again-yard");

        // as an earlier version left it
        jdbc.update("""
                update device_copy set wanted = 'before', held = 'before'
                where project_id = ? and kind = 'SCHEDULE' and record_id = 's1'""", house);
        jdbc.update("update sync_progress set holidays_until = null");
        horizonBecomes(plans.horizonNow());
        assertThat(news("again-office")).containsExactly("2026-12-25");
        assertNothingFor("again-yard");
    }

    @Test
    void aYearOfHolidaysComesInParcelsThatADeviceCanTake() throws Exception {
        long house = site("many");
        int most = 12;
        List<String> all = new ArrayList<>(List.of("s1"));
        for (int i = 0; i < most; i++) {
            all.add(schedules
                    .create(
                            SERVER,
                            house,
                            new ScheduleDraft(
                                    "Office " + i,
                                    "",
                                    day("2026-01-05").atTime(9, i),
                                    day("2026-01-05").atTime(10, i),
                                    false,
                                    "FREQ=DAILY",
                                    null,
                                    HolidayUse.ONLY))
                    .id());
        }
        StoredRestriction door = restrictions.get(SERVER, house, "r1").orElseThrow();
        RestrictionDraft was = door.draft();
        restrictions.edit(
                SERVER,
                house,
                "r1",
                door.version(),
                new RestrictionDraft(was.name(), was.description(), was.guestUsable(), was.lines(), all, was.to()));
        calendars.create(SERVER, house, byHand(new Holiday("Always", day("2026-01-01"), day("2026-12-31"), true)));
        planned();
        List<String> brought = new ArrayList<>();
        int parcelCount = 0;
        for (Parcel parcel = parcels.next("many-office"); !parcel.isEmpty(); parcel = parcels.next("many-office")) {
            assertThat(parcel.store().stream()
                            .mapToInt(stored -> stored.content().json().length)
                            .sum())
                    .isLessThan(50_000);
            brought.addAll(records(parcel));
            acknowledge("many-office", parcel);
            parcelCount++;
        }
        assertThat(parcelCount).isBetween(2, 4);
        assertThat(brought).contains("i1").containsAll(all).hasSize(all.size() + 1);
    }

    @Test
    void theListTellsHowFarEachDeviceKnowsTheHolidays() throws Exception {
        long house = site("list");
        calendars.create(SERVER, house, byHand(holiday("2026-12-25")));
        planned();
        assertThat(rows(SERVER, house))
                .extracting(ScheduleCopyRow::schedule, row -> row.copy().state(), ScheduleCopyRow::holidaysUntil)
                .containsExactly(tuple("s1", CopyState.PENDING, null), tuple("s2", CopyState.SYNCED, null));
        take("list-office");
        assertThat(rows(SERVER, house).getFirst().holidaysUntil())
                .isEqualTo(plans.horizon().until());
        assertThat(rows(TestActors.ofProject(house, Permission.SCHEDULE_VIEW, Permission.DEVICE_VIEW), house))
                .hasSize(2);
        long other = site("list-other");
        assertThat(rows(TestActors.ofProject(other, Permission.SCHEDULE_VIEW, Permission.DEVICE_VIEW), house))
                .isEmpty();
    }

    private List<ScheduleCopyRow> rows(Actor actor, long house) {
        return copies.page(actor, QueryText.read(copies.listing(), Map.of("project", List.of("" + house))), null, 9)
                .rows();
    }

    /** The holidays of the one copy that is due; the device takes it. */
    private List<String> news(String serial) {
        planned();
        Parcel parcel = parcels.next(serial);
        assertThat(records(parcel)).containsExactly("s1");
        assertThat(parcel.forget()).isEmpty();
        acknowledge(serial, parcel);
        return days(parcel).dates();
    }

    private void assertNothingFor(String... serials) {
        for (String serial : serials) {
            assertThat(parcels.next(serial).isEmpty()).as(serial).isTrue();
        }
        assertThat(jdbc.queryForList("""
                select d.serial from device_copy c join device d on d.project_id = c.project_id and d.id = c.device_id
                where c.wanted is distinct from c.held""", String.class)).doesNotContain(serials);
    }

    private static HolidayDays days(Parcel parcel) {
        OfSchedule schedule = (OfSchedule) parcel.store().getFirst().content();
        return Objects.requireNonNull(schedule.holidayDays());
    }

    private static List<String> records(Parcel parcel) {
        return parcel.store().stream().map(stored -> stored.content().id()).toList();
    }

    /** Until everything that was stored is planned, by whichever thread. */
    private void planned() {
        Awaitility.await().until(() -> {
            progress.step();
            return Boolean.TRUE.equals(jdbc.queryForObject("""
                    select exists (select from sync_progress where revision = (select max(number) from site_revision))""", Boolean.class));
        });
    }

    private void horizonBecomes(HolidayHorizon horizon) {
        Awaitility.await().until(() -> {
            progress.step();
            return plans.plannedHorizon().filter(horizon::equals).isPresent();
        });
    }

    private void take(String serial) {
        planned();
        for (Parcel parcel = parcels.next(serial); !parcel.isEmpty(); parcel = parcels.next(serial)) {
            acknowledge(serial, parcel);
        }
    }

    private void acknowledge(String serial, Parcel parcel) {
        Map<Copied, @Nullable String> held = new HashMap<>();
        parcel.store()
                .forEach(stored ->
                        held.put(new Copied(stored.kind(), stored.content().id()), stored.digest()));
        parcels.acknowledged(serial, held, Map.of());
    }

    /** A site whose panels have all that there is for them by now. */
    private long site(String name) throws Exception {
        long site = sites.load(SERVER, TestSites.file(SITE.replace("NAME", name)), true, part -> {})
                .project();
        take(name + "-office");
        take(name + "-yard");
        return site;
    }

    private static CalendarDraft byHand(Holiday... holidays) {
        return TestCalendars.byHand("Bank holidays", holidays);
    }

    private static Holiday holiday(String date) {
        return new Holiday("Day", day(date), day(date), false);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
