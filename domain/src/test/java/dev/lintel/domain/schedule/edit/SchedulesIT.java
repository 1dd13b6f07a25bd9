package dev.lintel.domain.schedule.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.access.AccessDecisions;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.site.Sites;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Schedules that people edit, and what doors make of them. */
@Tag("SC-1")
class SchedulesIT extends DatabaseIT {
    private static final Instant MORNING = Instant.parse("2026-01-07T10:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-01-07T20:00:00Z");

    @Autowired
    Sites sites;

    @Autowired
    Schedules schedules;

    @Autowired
    AccessDecisions decisions;

    @Autowired
    JdbcTemplate jdbc;

    private final Actor server = Actor.server();

    @Test
    void anEditIsInForceAtTheDoorAtOnce() throws IOException {
        long project = house("edit");
        assertThat(isOpen("edit", MORNING)).isTrue();
        assertThat(isOpen("edit", EVENING)).isFalse();

        StoredSchedule before = schedules.get(server, project, "s1").orElseThrow();
        StoredSchedule after = schedules.edit(server, project, "s1", before.version(), evenings());

        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.uses()).isEqualTo(1);
        assertThat(after.lastDay()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(isOpen("edit", MORNING)).isFalse();
        assertThat(isOpen("edit", EVENING)).isTrue();
    }

    @Test
    void aScheduleThatLimitsARestrictionIsNotDeleted() throws IOException {
        long project = house("used");

        assertThatThrownBy(() -> schedules.delete(server, project, "s1"))
                .isInstanceOfSatisfying(ScheduleInUseException.class, refused -> assertThat(refused.uses())
                        .containsExactly(new ScheduleUse("r1", "Front door")));
        assertThat(isOpen("used", EVENING)).isFalse();

        StoredSchedule spare = schedules.create(server, project, evenings());
        schedules.delete(server, project, spare.id());
        assertThat(schedules.get(server, project, spare.id())).isEmpty();
    }

    @Test
    void whoeverEditsWhatSomebodyElseHasChangedIsTold() throws IOException {
        long project = house("together");
        StoredSchedule seen = schedules.get(server, project, "s1").orElseThrow();
        schedules.edit(server, project, "s1", seen.version(), evenings());

        assertThatThrownBy(() -> schedules.edit(server, project, "s1", seen.version(), evenings()))
                .isInstanceOfSatisfying(
                        ScheduleChangedException.class,
                        changed -> assertThat(changed.theirs().name()).isEqualTo("Evenings"));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() throws IOException {
        long project = house("wrong");
        LocalDateTime start = LocalDateTime.parse("2026-01-05T09:00");
        ScheduleDraft draft =
                new ScheduleDraft(" ", "a\tb", start, start, false, "FREQ=DAILY", null, HolidayUse.IGNORED);

        assertThatThrownBy(() -> schedules.create(server, project, draft))
                .isInstanceOf(ScheduleRefusedException.class)
                .hasMessage("name missing; description unprintable; end not-after-start: \"2026-01-05T09:00\"");
        assertThatThrownBy(() -> schedules.create(server, project, evenings().withRule("FREQ=SOMETIMES")))
                .hasMessageContaining("SOMETIMES");
        assertThat(jdbc.queryForObject("select count(*) from schedule where project_id = ?", Long.class, project))
                .isEqualTo(1);
    }

    @Test
    void otherProjectsHaveNoSchedulesAsFarAsSomebodyCanKnow() throws IOException {
        long project = house("theirs");
        Actor neighbour = TestActors.ofProject(
                house("ours"),
                Permission.SCHEDULE_VIEW,
                Permission.SCHEDULE_CREATE,
                Permission.SCHEDULE_EDIT,
                Permission.SCHEDULE_DELETE);
        assertThat(schedules.get(neighbour, project, "s1")).isEmpty();
        assertThat(schedules.uses(neighbour, project, "s1")).isEmpty();
        assertThatThrownBy(() -> schedules.create(neighbour, project, evenings()))
                .isInstanceOf(NoSuchScheduleException.class);
        assertThatThrownBy(() -> schedules.edit(neighbour, project, "s1", 0, evenings()))
                .isInstanceOf(NoSuchScheduleException.class);
        assertThatThrownBy(() -> schedules.delete(neighbour, project, "s1"))
                .isInstanceOf(NoSuchScheduleException.class);
        assertThatThrownBy(() -> schedules.preview(neighbour, project, evenings(), 2026))
                .isInstanceOf(NoSuchScheduleException.class);
        Actor reader = TestActors.ofProject(project, Permission.SCHEDULE_VIEW);
        assertThatThrownBy(() -> schedules.delete(reader, project, "s1")).isInstanceOf(PermissionDeniedException.class);
    }

    private static ScheduleDraft evenings() {
        return new ScheduleDraft(
                "Evenings",
                "after work",
                LocalDateTime.parse("2026-01-05T18:00"),
                LocalDateTime.parse("2026-01-05T22:00"),
                false,
                "FREQ=DAILY;UNTIL=20260301",
                null,
                HolidayUse.IGNORED);
    }

    private long house(String name) throws IOException {
        return sites.load(server, TestSites.file(TestSites.house(name)), true, progress -> {})
                .project();
    }

    private boolean isOpen(String house, Instant at) {
        AccessRequest request = new AccessRequest(house + "-1", null, null, IdentifierType.CARD, "12345678", at);
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
