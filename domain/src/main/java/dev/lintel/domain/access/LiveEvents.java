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
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers at every node what happens at doors, as far as policies can ask it: who was there with a right to it, and when
 * identifiers were tried that nobody has, which is how a code is guessed. All of it is stored as entries of the log, and read
 * from there again after a start, together with who has been forgotten by hand.
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
    private final ForgottenStore forgotten;
    private final InstantSource clock;

    LiveEvents(
            AccessDirectory directory,
            DataSource dataSource,
            AcsLogNews news,
            ForgottenStore forgotten,
            InstantSource clock) {
        this.directory = directory;
        this.jdbc = new JdbcTemplate(dataSource);
        this.reading = new JdbcTemplate(dataSource);
        reading.setFetchSize(FETCH_SIZE);
        this.news = news;
        this.forgotten = forgotten;
        this.clock = clock;
    }

    /** One of the three. */
    private record Event(
            long project,
            @Nullable Passage passage,
            @Nullable Failure failure,
            @Nullable Forgetting forgetting) {}

    /** Published in the transaction that stores it. */
    record Forgotten(long project, Forgetting forgetting) {}

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
            return opened
                    ? Optional.empty()
                    : Optional.of(new Event(project, null, new Failure(device.id(), at), null));
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
                        null,
                        null))
                : Optional.empty();
    }

    /** The other nodes hear of it when it is stored. */
    @EventListener
    void forgetting(Forgotten news) {
        Event event = new Event(news.project(), null, null, news.forgetting());
        jdbc.query("select pg_notify(?, ?)", row -> {}, CHANNEL, JSON.writeValueAsString(event));
    }

    /** This node's own is in force before whoever said it is answered. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void forgotten(Forgotten news) {
        directory.forgotten(news.project(), List.of(news.forgetting()));
    }

    private void follow(Event event) {
        if (event.forgetting() != null) {
            directory.forgotten(event.project(), List.of(event.forgetting()));
        }
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
        Instant since = Presences.dayOf(clock.instant(), project.timeZone());
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
                since.atOffset(ZoneOffset.UTC));
        directory.passed(project.id(), passages);
        directory.forgotten(project.id(), forgotten.since(project.id(), since));
    }
}
