package dev.lintel.domain.access.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.GrantFact;
import dev.lintel.domain.access.AccessFacts.ScheduleFact;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.access.WantedFacts;
import dev.lintel.domain.identifier.IssuedIdentifier;
import dev.lintel.domain.listing.ListingRefusedException;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.site.Sites;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose week may be asked for, and how long its days are. */
@Tag("RU-7")
class DoorWeeksIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();

    private static final String SITE = """
            {"kind":"site","name":"NAME","timeZone":"Europe/London"}
            {"kind":"group","id":"estate","name":"Estate"}
            {"kind":"group","id":"east","parent":"estate","type":"building","name":"East"}
            {"kind":"group","id":"west","parent":"estate","type":"building","name":"West"}
            {"kind":"schedule","id":"nights","name":"Nights","start":"2026-01-05T22:00","end":"2026-01-06T06:00","rrule":"FREQ=DAILY"}
            {"kind":"device","id":"east-door","group":"east","serial":"NAME-east","name":"East door","locks":2}
            {"kind":"device","id":"west-door","group":"west","serial":"NAME-west","name":"West door","locks":1}
            {"kind":"restriction","id":"r-east","name":"East house","lines":[{"device":"east-door"}],"schedules":["nights"]}
            {"kind":"restriction","id":"r-in","name":"Way in","guestUsable":true,"lines":[{"device":"east-door","accessPoint":"in"}],"schedules":["nights"]}
            {"kind":"grant","restriction":"r-east","to":{"group":"east"}}
            {"kind":"grant","restriction":"r-in","to":{"user":"anna"}}
            {"kind":"grant","restriction":"r-in","to":{"identifier":"guest-of-anna"}}
            {"kind":"user","id":"anna","name":"Anna","groups":["east"]}
            {"kind":"user","id":"boris","name":"Boris","groups":["west"]}
            {"kind":"user","id":"cleo","name":"Cleo","groups":["east"]}
            {"kind":"identifier","id":"anna-card","user":"anna","type":"card","value":"1001"}
            {"kind":"identifier","id":"anna-code","user":"anna","type":"access-code","value":"4712"}
            {"kind":"identifier","id":"guest-of-anna","user":"anna","type":"access-code","value":"4711","guest":"courier"}
            {"kind":"identifier","id":"boris-card","user":"boris","type":"card","value":"1002"}
            """;

    private static int estates;

    @Autowired
    Sites sites;

    @Autowired
    DoorWeeks weeks;

    private long project;

    @BeforeEach
    void anEstate() throws IOException {
        String name = "weeks" + ++estates;
        project = sites.load(SERVER, TestSites.file(SITE.replace("NAME", name)), true, progress -> {})
                .project();
    }

    @Test
    void tellsOfAllIdentifiersOfTheirOwnOrOfOne() {
        DoorWeek all = week(SERVER, "anna", null, "east-door");
        assertThat(all.owner()).isEqualTo("Anna");
        assertThat(all.door().name()).isEqualTo("East door");
        assertThat(all.door().accessPoints()).containsExactly("in");
        assertThat(all.first()).as("today on the wall").isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(all.carried())
                .extracting(DoorWeek.Carried::id, DoorWeek.Carried::value)
                .containsExactly(tuple("anna-card", "1001"), tuple("anna-code", IssuedIdentifier.HIDDEN));
        assertThat(all.spans()).hasSize(1);
        assertThat(all.spans().getFirst().identifiers()).containsExactly("anna-card", "anna-code");
        assertThat(all.opening(all.spans().getFirst()))
                .extracting(MatrixWay.Named::name)
                .contains("East house");

        assertThat(week(SERVER, "anna", "guest-of-anna", "east-door").carried())
                .extracting(DoorWeek.Carried::id)
                .containsExactly("guest-of-anna");
        DoorWeek nobody = week(SERVER, "cleo", null, "east-door");
        assertThat(nobody.carried()).isEmpty();
        assertThat(nobody.spans()).extracting(DoorSpan::reason).containsExactly(ReasonCode.UNKNOWN_IDENTIFIER);
    }

    @Test
    void otherRulesAreFollowedOverMidnightAndOverChangesOfClocks() {
        DoorWeek spring =
                under(new DoorWeekQuery(project, "anna", null, "east-door", null, null, LocalDate.of(2026, 3, 23)));
        assertThat(spring.days()).extracting(DoorWeek.Day::length).startsWith(Duration.ofHours(24));
        DoorWeek.Day sunday = spring.days().getLast();
        assertThat(sunday.date()).isEqualTo(LocalDate.of(2026, 3, 29));
        assertThat(sunday.length()).isEqualTo(Duration.ofHours(23));
        assertThat(sunday.spans())
                .extracting(DoorSpan::opens, DoorSpan::until)
                .containsExactly(
                        tuple(true, Instant.parse("2026-03-29T05:00:00Z")),
                        tuple(false, Instant.parse("2026-03-29T21:00:00Z")),
                        tuple(true, Instant.parse("2026-03-29T23:00:00Z")));
        assertThat(spring.spans())
                .as("nights are whole, except the first and the last")
                .hasSize(15);
        assertThat(spring.workedOutUntil()).isEqualTo(spring.end()).isEqualTo(Instant.parse("2026-03-29T23:00:00Z"));

        DoorWeek autumn = under(
                new DoorWeekQuery(project, "anna", "anna-card", "east-door", "in", 1, LocalDate.of(2026, 10, 25)));
        assertThat(autumn.days().getFirst().length()).isEqualTo(Duration.ofHours(25));
        assertThat(autumn.days().getFirst().spans().getFirst().until())
                .isEqualTo(Instant.parse("2026-10-25T06:00:00Z"));
        assertThat(autumn.opening(autumn.spans().getFirst()))
                .extracting(MatrixWay.Named::name)
                .containsExactly("East house", "Way in");
    }

    @Test
    @Tag("PR-4")
    void whatIsNotYoursLooksAsIfItDidNotExist() {
        Permission[] keeper = {
            Permission.IDENTIFIER_VIEW_GROUP,
            Permission.IDENTIFIER_VIEW_DESCENDANTS,
            Permission.DEVICE_VIEW,
            Permission.ACCESS_RESTRICTION_VIEW
        };
        Actor ofEast = TestActors.ofGroups(project, Set.of("east"), keeper);
        assertThat(isThere(ofEast, "anna", null, "east-door")).isTrue();
        assertThat(isThere(ofEast, "boris", null, "east-door")).isFalse();
        assertThat(isThere(ofEast, "anna", null, "west-door")).isFalse();
        assertThat(isThere(ofEast, "anna", "boris-card", "east-door")).isFalse();
        assertThat(isThere(ofEast, "nobody", null, "east-door")).isFalse();
        assertThat(isThere(TestActors.ofProject(-1, keeper), "anna", null, "east-door"))
                .isFalse();
        assertThat(week(ofEast, "anna", null, "east-door").restrictions()).containsValue("East house");

        Actor concierge =
                TestActors.ofGroups(project, Set.of("east"), Permission.IDENTIFIER_VIEW_GROUP, Permission.DEVICE_VIEW);
        DoorWeek unnamed = week(concierge, "anna", null, "east-door");
        assertThat(unnamed.restrictions()).isEmpty();
        assertThat(unnamed.spans())
                .allMatch(span -> span.opens() && span.restrictions().isEmpty());

        for (Permission only : List.of(Permission.IDENTIFIER_VIEW_GROUP, Permission.DEVICE_VIEW)) {
            Actor half = TestActors.ofProject(project, only);
            assertThatThrownBy(() -> isThere(half, "anna", null, "east-door"))
                    .isInstanceOf(PermissionDeniedException.class);
        }
    }

    @Test
    void whatCannotBeAskedIsRefusedWithTheField() {
        assertThatThrownBy(() -> new DoorWeekQuery(project, "anna", null, "east-door", null, 0, null))
                .isInstanceOf(ListingRefusedException.class)
                .hasMessageContaining("lock");
        assertThatThrownBy(() ->
                        new DoorWeekQuery(project, "anna", null, "east-door", null, null, LocalDate.of(1999, 12, 31)))
                .isInstanceOf(ListingRefusedException.class)
                .hasMessageContaining("from");
    }

    private boolean isThere(Actor actor, String user, @Nullable String identifier, String device) {
        return weeks.week(actor, new DoorWeekQuery(project, user, identifier, device, null, null, null))
                .isPresent();
    }

    private DoorWeek week(Actor actor, String user, @Nullable String identifier, String device) {
        return weeks.week(actor, new DoorWeekQuery(project, user, identifier, device, null, null, null))
                .orElseThrow();
    }

    private DoorWeek under(DoorWeekQuery asked) {
        return weeks.week(SERVER, asked, new BySchedule(), WantedFacts.NONE).orElseThrow();
    }

    /** Opens while any schedule is, and says for how long. */
    private static final class BySchedule implements AccessDecisionPoint {
        @Override
        public Decision decide(AccessFacts facts) {
            List<ScheduleFact> schedules = facts.grants().stream()
                    .flatMap(grant -> grant.schedules().stream())
                    .toList();
            boolean open = schedules.stream().anyMatch(ScheduleFact::open);
            return new Decision(
                    open ? Verdict.GRANT : Verdict.DENY,
                    open ? ReasonCode.GRANTED : ReasonCode.OUTSIDE_SCHEDULE,
                    open ? List.of(1) : List.of(),
                    open ? facts.grants().stream().map(GrantFact::restriction).toList() : List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    ruleVersion(),
                    schedules.stream()
                            .map(ScheduleFact::until)
                            .filter(Objects::nonNull)
                            .min(Instant::compareTo)
                            .orElse(null));
        }

        @Override
        public String ruleVersion() {
            return "by-schedule";
        }
    }
}
