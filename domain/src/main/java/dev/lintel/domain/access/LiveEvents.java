package dev.lintel.domain.access;

import dev.lintel.domain.access.AccessDecisions.Decided;
import dev.lintel.domain.access.AccessFacts.DeviceFact;
import dev.lintel.domain.access.AccessFacts.HolderFact;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.group.Project;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers at every node what happens at doors, as far as policies can ask it: who was there with a right to it, and when
 * identifiers were tried that nobody has, which is how a code is guessed. All of it is stored as entries of the log, and read
 * from there again after a start.
 */
@Component
public class LiveEvents implements NodeChannel {
    /** PostgreSQL channel on which a node tells the others. */
    private static final String CHANNEL = "lintel_live_events";

    private static final int FETCH_SIZE = 2_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AccessDirectory directory;
    private final JdbcTemplate jdbc;
    private final JdbcTemplate reading;
    private final AcsLogNews news;
    private final InstantSource clock;

    LiveEvents(AccessDirectory directory, DataSource dataSource, AcsLogNews news, InstantSource clock) {
        this.directory = directory;
        this.jdbc = new JdbcTemplate(dataSource);
        this.reading = new JdbcTemplate(dataSource);
        reading.setFetchSize(FETCH_SIZE);
        this.news = news;
        this.clock = clock;
    }

    /** One of the two. */
    private record Event(
            long project,
            @Nullable Passage passage,
            @Nullable Failure failure) {}

    private record Failure(String device, Instant at) {}

    /** Takes what was decided and logged; most of it is nothing that any policy asks. */
    void logged(Decided decided, Instant when) {
        // as the log keeps it, so that what is read or heard of again is the same
        Instant at = when.truncatedTo(ChronoUnit.MICROS);
        event(decided, at).ifPresent(event -> {
            follow(event);
            news.later(() -> jdbc.query("select pg_notify(?, ?)", row -> {}, CHANNEL, JSON.writeValueAsString(event)));
        });
    }

    private static Optional<Event> event(Decided decided, Instant at) {
        DeviceFact device = decided.facts().device();
        HolderFact holder = decided.facts().holder();
        IdentifierFact identifier = decided.facts().identifier();
        SiteSnapshot site = decided.site();
        if (device == null || site == null) {
            return Optional.empty();
        }
        long project = site.project().id();
        boolean opened = decided.decision().isGranted();
        if (identifier == null || holder == null) {
            return opened ? Optional.empty() : Optional.of(new Event(project, null, new Failure(device.id(), at)));
        }
        boolean entitled = opened || decided.decision().reason() == ReasonCode.SECOND_CREDENTIAL_NEEDED;
        return site.asksForPasses() && entitled
                ? Optional.of(new Event(
                        project,
                        new Passage(
                                device.id(),
                                holder.id(),
                                identifier.id(),
                                decided.facts().accessPoint(),
                                at,
                                opened),
                        null))
                : Optional.empty();
    }

    private void follow(Event event) {
        if (event.passage() != null) {
            directory.passed(event.project(), List.of(event.passage()));
        }
        if (event.failure() != null) {
            directory.failed(
                    event.project(), event.failure().device(), event.failure().at());
        }
    }

    @Override
    public String name() {
        return CHANNEL;
    }

    @Override
    public void heard(String payload) {
        follow(JSON.readValue(payload, Event.class));
    }

    /** What was told while nobody listened stands in the log. */
    @Override
    public void listening() {
        directory.sites().forEach(this::readPassages);
    }

    /** Reads who was where since the day began, when a policy asks for it that did not before. */
    public void asked(long project) {
        SiteSnapshot site = directory.site(project);
        if (site != null) {
            readPassages(site);
        }
    }

    private void readPassages(SiteSnapshot site) {
        if (!site.asksForPasses()) {
            return;
        }
        Project project = site.project();
        OffsetDateTime since =
                Presences.dayOf(clock.instant(), project.timeZone()).atOffset(ZoneOffset.UTC);
        List<Passage> passages = new ArrayList<>();
        reading.query(
                """
                select device_id, owner_id, identifier_id, access_point, verdict,
                    case when channel = 'DEVICE' then least(device_time, at) else at end as passed
                from acs_log
                where project_id = ? and at >= ? and owner_id is not null and identifier_id is not null
                    and (verdict = 'GRANT' or reason = 'SECOND_CREDENTIAL_NEEDED')
                order by at""",
                row -> {
                    passages.add(new Passage(
                            row.getString("device_id"),
                            row.getString("owner_id"),
                            row.getString("identifier_id"),
                            row.getString("access_point"),
                            row.getObject("passed", OffsetDateTime.class).toInstant(),
                            row.getString("verdict").equals(Verdict.GRANT.name())));
                },
                project.id(),
                since);
        directory.passed(project.id(), passages);
    }
}
