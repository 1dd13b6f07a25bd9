package dev.lintel.domain.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.listing.Filter.Match;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Membership;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.permission.RecordChanged;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@Tag("US-6")
@RecordApplicationEvents
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class SegmentsIT extends DatabaseIT {
    @Autowired
    Segments segments;

    @Autowired
    ChosenColumns columns;

    @Autowired
    Lists lists;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ApplicationEvents events;

    private Records<Thing> things;
    private long east;
    private Actor olena;
    private Actor anna;
    private Actor stranger;

    @BeforeEach
    void people() {
        things = new Records<>(lists, Thing.LISTING) {
            @Override
            protected SqlCondition visibleTo(Actor actor) {
                actor.require(Permission.USER_VIEW);
                return SqlCondition.all();
            }
        };
        jdbc.update("delete from account");
        jdbc.update("delete from project");
        east = project("east");
        olena = actor("olena", east);
        anna = actor("anna", east);
        stranger = actor("stranger", project("west"));
    }

    @Test
    void everybodyHasTheirOwnAndReplacesThemByName() {
        segments.save(olena, things, draft("Red ones", null, "colour:is:red"), null);
        Segment first = segments.list(olena, things, null).getFirst();
        segments.save(olena, things, draft(" Red ones ", null, "colour:is:red", "broken:is:false"), first.version());

        assertThat(segments.list(olena, things, null))
                .extracting(Segment::content)
                .containsExactly(draft("Red ones", null, "colour:is:red", "broken:is:false"));
        assertThat(segments.list(anna, things, null)).isEmpty();
    }

    @Test
    void whatIsSharedIsSeenInTheProjectAndChangedByItsOwnerAlone() {
        segments.save(olena, things, draft("Red ones", east, "colour:is:red"), null);
        Segment shared = segments.list(anna, things, null).getFirst();

        assertThat(shared.own()).isFalse();
        assertThat(shared.owner()).isEqualTo("olena");
        assertThat(segments.list(stranger, things, null)).isEmpty();
        assertThat(segments.delete(anna, shared.id())).isFalse();
        assertThat(segments.delete(olena, shared.id())).isTrue();
        assertThat(segments.list(anna, things, null)).isEmpty();
    }

    @Test
    void nobodyReplacesWhatTheyHaveNotSeen() {
        segments.save(olena, things, draft("Red ones", null, "colour:is:red"), null);
        Segment seen = segments.list(olena, things, null).getFirst();
        segments.save(olena, things, draft("Red ones", null, "colour:is:green"), seen.version());

        assertThatThrownBy(() -> segments.save(olena, things, draft("Red ones", null), seen.version()))
                .hasMessageContaining("by now");
        assertThatThrownBy(() -> segments.save(olena, things, draft("Red ones", null), null))
                .hasMessageContaining("by now");
        assertThatThrownBy(() -> segments.save(olena, things, draft("Blue ones", null), 0L))
                .hasMessageContaining("any more");
        assertThat(segments.list(olena, things, null))
                .extracting(segment -> segment.content().filters())
                .containsExactly(List.of("colour:is:green"));
    }

    @Test
    void whatIsSharedInOneProjectIsNotShownInAnother() {
        Actor everywhere = new Actor(olena.name(), olena.account(), olena.permissions(), null, null);
        segments.save(everywhere, things, draft("Red ones", east, "colour:is:red"), null);
        Actor other = new Actor("other", anna.account(), olena.permissions(), null, null);
        long west = Objects.requireNonNull(stranger.membership()).project();

        assertThat(segments.list(other, things, null)).hasSize(1);
        assertThat(segments.list(other, things, east)).hasSize(1);
        assertThat(segments.list(other, things, west)).isEmpty();
    }

    @Test
    void theAuditIsToldOfChanges() {
        segments.save(olena, things, draft("Red ones", east, "colour:is:red"), null);
        Segment kept = segments.list(olena, things, null).getFirst();
        segments.save(olena, things, draft("Red ones", null, "colour:is:red"), kept.version());
        segments.delete(olena, kept.id());

        assertThat(events.stream(RecordChanged.class))
                .extracting(RecordChanged::before, RecordChanged::after)
                .containsExactly(
                        tuple(Map.of(), Map.of("name", "Red ones", "filter", "colour:is:red", "sharedIn", "east")),
                        tuple(
                                Map.of("name", "Red ones", "filter", "colour:is:red", "sharedIn", "east"),
                                Map.of("name", "Red ones", "filter", "colour:is:red")),
                        tuple(Map.of("name", "Red ones", "filter", "colour:is:red"), Map.of()));
    }

    @Test
    void keepsNothingThatTheListCannotBeAsked() {
        assertThatThrownBy(() -> segments.save(olena, things, draft("x", null, "weight:is:1"), null))
                .isInstanceOf(ListingRefusedException.class);
        assertThatThrownBy(() -> segments.save(stranger, things, draft("x", east, "size:is:1"), null))
                .hasMessageContaining("there is no project");
        assertThatThrownBy(() -> segments.save(Actor.server(), things, draft("x", null, "size:is:1"), null))
                .hasMessageContaining("account");
        assertThatThrownBy(() -> draft(" ", null)).hasMessageContaining("1 to 80");
        assertThatThrownBy(() -> draft("a\nb", null)).hasMessageContaining("plain");
        assertThat(segments.list(olena, things, null)).isEmpty();
    }

    @Test
    void areForThoseAloneWhoMaySeeTheList() {
        Actor without = olena.withPermissions(Set.of());
        assertThatThrownBy(() -> segments.list(without, things, null)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> segments.save(without, things, draft("x", null), null))
                .isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void remembersTheColumnsOfAnAccount() {
        columns.keep(olena, "things", List.of("name"));
        columns.keep(olena, "things", List.of("name", "size"));
        columns.keep(Actor.server(), "things", List.of("made"));

        assertThat(columns.of(olena, "things")).containsExactly("name", "size");
        assertThat(columns.of(anna, "things")).isEmpty();
        assertThat(columns.of(Actor.server(), "things")).isEmpty();
    }

    private static Segment.Draft draft(String name, @Nullable Long sharedIn, String... filters) {
        return new Segment.Draft(name, List.of(filters), Match.ALL, null, sharedIn);
    }

    private long project(String name) {
        return id("insert into project (name, time_zone) values (?, 'Europe/London') returning id", name);
    }

    private Actor actor(String login, long project) {
        long account = id(
                "insert into account (login, password_hash, must_change_password, locale) values (?, '', false, 'en')"
                        + " returning id",
                login);
        return new Actor(
                login, account, Set.of(Permission.USER_VIEW), new Membership(project, login, Set.of(), true), null);
    }

    private long id(String insert, String name) {
        return Objects.requireNonNull(jdbc.queryForObject(insert, Long.class, name));
    }
}
