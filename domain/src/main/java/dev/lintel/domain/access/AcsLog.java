package dev.lintel.domain.access;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.listing.Condition;
import dev.lintel.domain.listing.Filter;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.Lists;
import dev.lintel.domain.listing.Operator;
import dev.lintel.domain.listing.Records;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** Reads the ACS log. */
@Service
public class AcsLog extends Records<AcsLogEntry> {
    private final JdbcTemplate jdbc;
    private final SoughtWords words;
    private final SoughtMarkers markers;
    private final AccessDirectory directory;
    private final InstantSource clock;

    AcsLog(
            Lists lists,
            JdbcTemplate jdbc,
            SoughtWords words,
            SoughtMarkers markers,
            AccessDirectory directory,
            InstantSource clock) {
        super(lists, AcsLogFields.listing(markers));
        this.jdbc = jdbc;
        this.words = words;
        this.markers = markers;
        this.directory = directory;
        this.clock = clock;
    }

    /** The log of the devices within reach: of a whole project also of those that are gone. */
    @Override
    protected SqlCondition visibleTo(Actor actor) {
        return switch (actor.requireReach(Permission.ACS_LOG_VIEW)) {
            case Reach.Part part -> {
                SqlCondition place = InReach.group(part, "d.project_id", "d.group_id");
                yield SqlCondition.of("project_id = ?", part.project())
                        .and(new SqlCondition(
                                "device_id in (select d.id from device d where " + place.sql() + ")",
                                place.parameters()));
            }
            // entries of unknown devices have no project, and so are for those alone who see the whole server
            case Reach other -> InReach.group(other, "project_id", "");
        };
    }

    /**
     * A text is looked for among the words of the log first, a marker among the people who have it.
     *
     * @throws dev.lintel.domain.permission.PermissionDeniedException when it asks for markers that the actor may not see
     */
    @Override
    protected SqlCondition found(Actor actor, ListQuery<AcsLogEntry> query) {
        Filter<AcsLogEntry> filter = query.filter();
        if (asksForMarkers(query)) {
            actor.requireReach(Permission.MARKER_VIEW);
        }
        boolean all = filter.match() == Filter.Match.ALL || filter.conditions().size() == 1;
        Long project =
                switch (actor.reach(Permission.ACS_LOG_VIEW)) {
                    case Reach.WholeProject whole -> whole.project();
                    case Reach.Part part -> part.project();
                    case Reach other -> null;
                };
        return Stream.concat(query.narrowing().stream(), all ? filter.conditions().stream() : Stream.empty())
                .map(condition -> found(condition, project))
                .reduce(SqlCondition.all(), SqlCondition::and);
    }

    private static boolean asksForMarkers(ListQuery<AcsLogEntry> query) {
        return Stream.concat(query.narrowing().stream(), query.filter().conditions().stream())
                .anyMatch(condition -> condition.field().key().equals(SoughtMarkers.FIELD));
    }

    private SqlCondition found(Condition<AcsLogEntry> condition, @Nullable Long project) {
        if (condition.operator() != Operator.HAS && condition.operator() != Operator.IS) {
            return SqlCondition.all();
        }
        return switch (condition.field().key()) {
            case "owner" -> words.narrow(SoughtWords.Of.OWNER, condition.texts().getFirst(), project);
            case "identifier" ->
                words.narrow(SoughtWords.Of.IDENTIFIER, condition.texts().getFirst(), project);
            case SoughtMarkers.FIELD -> markers.narrow(condition.texts(), project);
            default -> SqlCondition.all();
        };
    }

    /** The newest entries. */
    public List<AcsLogEntry> newest(Actor actor, ListQuery<AcsLogEntry> query, int limit) {
        return page(actor, query.with(listing().sort()), null, limit).rows();
    }

    /** An entry with its facts and decision; empty when there is none that the actor may see. */
    public Optional<RecordedDecision> get(Actor actor, long id) {
        SqlCondition wanted = SqlCondition.of("id = ?", id).and(visibleTo(actor));
        return jdbc
                .query(
                        "select * from acs_log where " + wanted.sql(),
                        AcsLogRows.DECISION,
                        wanted.parameters().toArray())
                .stream()
                .findFirst();
    }

    /** Whether an entry just recorded is one that this actor may see and that was asked for. */
    public boolean matches(Actor actor, ListQuery<AcsLogEntry> query, AcsLogEntry entry) {
        boolean mayAsk = !asksForMarkers(query) || !(actor.reach(Permission.MARKER_VIEW) instanceof Reach.Nothing);
        return mayAsk && query.matches(entry, clock.instant()) && isWithin(actor.reach(Permission.ACS_LOG_VIEW), entry);
    }

    private boolean isWithin(Reach reach, AcsLogEntry entry) {
        Long project = entry.project();
        String device = entry.deviceId();
        return switch (reach) {
            case Reach.Everything everything -> true;
            case Reach.WholeProject whole -> project != null && whole.project() == project;
            case Reach.Part part -> project != null && device != null && directory.reaches(part, project, device);
            case Reach.Nothing nothing -> false;
        };
    }
}
