package dev.lintel.standalone.bench;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AccessService;
import dev.lintel.domain.access.Channel;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.RequestOrigin;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.rulebook.HolderKind;
import dev.lintel.domain.rulebook.Invariant;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyDoors;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.domain.rulebook.PolicyImpact;
import dev.lintel.domain.rulebook.PolicyImpacts;
import dev.lintel.domain.rulebook.PolicyTimes;
import dev.lintel.domain.rulebook.Releases;
import dev.lintel.domain.rulebook.ReplayReport;
import dev.lintel.domain.rulebook.Replays;
import dev.lintel.domain.rulebook.RuleSet;
import dev.lintel.domain.rulebook.RulebookVersion;
import dev.lintel.domain.rulebook.Rulebooks;
import dev.lintel.domain.rulebook.Trials;
import dev.lintel.domain.schedule.HolidayUse;
import java.io.PrintStream;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a manager of a large site waits for while rules are written, tried and put in force. */
final class RuleMeasurements {
    private static final Actor SERVER = Actor.server();
    private static final int IMPACTS = 5;
    private static final int RELEASES = 5;
    private static final int POLICIES = 100;
    private static final int DAYS = 30;

    /** So many requests are really made, and then written down as often as the log is to be long. */
    private static final int REQUESTS = 5_000;

    private static final String REPEATED = """
        insert into acs_log (project_id, at, channel, device_serial, device_id, device_name, type, presented,
            identifier_id, owner_id, owner_name, owner_type, verdict, reason, locks, restrictions, rule_version,
            sought_owner, sought_identifier, facts, decision)
        select project_id, now() - (? - n) * interval '29 days' / ?, channel, device_serial, device_id, device_name, type,
            presented, identifier_id, owner_id, owner_name, owner_type, verdict, reason, locks, restrictions, rule_version,
            sought_owner, sought_identifier, facts, decision
        from generate_series(1::bigint, ?::bigint) n
        join (select row_number() over (order by id) - 1 as number, * from really) r
          on r.number = n % (select count(*) from really)
        order by n\
        """;

    private final ConfigurableApplicationContext domain;
    private final Rulebooks rulebooks;
    private final AccessDirectory directory;
    private final JdbcTemplate jdbc;
    private final long project;
    private final PrintStream out;
    private final Stopwatch watch;

    RuleMeasurements(ConfigurableApplicationContext domain, long project, PrintStream out) {
        this.domain = domain;
        this.rulebooks = domain.getBean(Rulebooks.class);
        this.directory = domain.getBean(AccessDirectory.class);
        this.jdbc = domain.getBean(JdbcTemplate.class);
        this.project = project;
        this.out = out;
        this.watch = new Stopwatch(out);
    }

    void run() {
        rulebooks.oneIsEnough(SERVER, project, true);
        if (rulebooks.inForce(SERVER, project).stream()
                .anyMatch(version -> !version.rules().decidesAs(RuleSet.EMPTY))) {
            putInForce(RuleSet.EMPTY);
        }
        record();
        impacts("the only policy", List.of());
        tried();
        released();
        impacts("one more", hundred().policies());
        replayed();
        putInForce(RuleSet.EMPTY);
    }

    private void impacts(String which, List<Policy> others) {
        PolicyTimes night = hours(Set.of(), LocalTime.of(22, 0), LocalTime.of(8, 0));
        PolicyTimes sundays = hours(EnumSet.of(DayOfWeek.SUNDAY), null, null);
        PolicyDoors every = PolicyDoors.EVERY;
        PolicyDoors floors = doors(GroupType.FLOOR);
        Map<String, Policy> asked = new LinkedHashMap<>();
        asked.put("couriers kept out at night", policy(PolicyEffect.DENY, HolderKind.COURIER, every, night));
        asked.put("residents kept from floors", policy(PolicyEffect.DENY, HolderKind.RESIDENT, floors, night));
        asked.put("residents kept out on Sundays", policy(PolicyEffect.DENY, HolderKind.RESIDENT, every, sundays));
        asked.put("residents let in on Sundays", policy(PolicyEffect.ALLOW, HolderKind.RESIDENT, every, sundays));
        asked.forEach((what, policy) -> impact(
                what + ", " + which,
                RuleSet.of(Stream.concat(others.stream(), Stream.of(policy)).toList())));
    }

    private void impact(String what, RuleSet rules) {
        PolicyImpacts impacts = domain.getBean(PolicyImpacts.class);
        List<PolicyImpact> seen = new ArrayList<>();
        long[] nanos = new long[IMPACTS];
        for (int i = 0; i < IMPACTS; i++) {
            long start = System.nanoTime();
            seen.add(impacts.of(SERVER, project, rules));
            nanos[i] = System.nanoTime() - start;
        }
        watch.print(what, nanos);
        PolicyImpact last = seen.getLast();
        out.printf(
                Locale.ROOT,
                "  %,d people lose, %,d gain, at %,d and %,d doors; %s%n",
                last.losing(),
                last.gaining(),
                last.doorsLost(),
                last.doorsGained(),
                last.isWhole() ? "all looked at" : "not all looked at");
    }

    private RuleSet hundred() {
        List<String> buildings = IntStream.rangeClosed(1, POLICIES)
                .mapToObj(number -> "b" + number)
                .filter(id -> site().group(id) != null)
                .toList();
        return RuleSet.of(ManyPolicies.of(buildings, POLICIES, 0))
                .withInvariants(List.of(
                        new Invariant(
                                new UUID(2, 1).toString(),
                                "Couriers are let in at gates",
                                Invariant.Kind.NEVER_KEPT_OUT,
                                only(HolderKind.COURIER),
                                doors(GroupType.CUSTOM),
                                PolicyTimes.ALWAYS),
                        new Invariant(
                                new UUID(2, 2).toString(),
                                "Residents get to their floors by day",
                                Invariant.Kind.NEVER_KEPT_OUT,
                                only(HolderKind.RESIDENT),
                                doors(GroupType.FLOOR),
                                hours(Set.of(), LocalTime.of(10, 0), LocalTime.of(18, 0)))));
    }

    private void tried() {
        Trials trials = domain.getBean(Trials.class);
        RuleSet rules = hundred();
        watch.measure(POLICIES + " policies with 2 invariants tried", i -> trials.of(SERVER, project, rules));
        watch.measure(POLICIES + " policies looked at for gaps", i -> trials.diagnose(SERVER, project, rules));
    }

    private void released() {
        RuleSet hundred = hundred().withInvariants(List.of());
        long[] nanos = new long[RELEASES];
        for (int i = 0; i < RELEASES; i++) {
            nanos[i] = putInForce(hundred.withPolicies(hundred.policies().subList(RELEASES - 1 - i, POLICIES)));
        }
        watch.print(POLICIES + " policies tried and put in force", nanos);
    }

    /** @return how long it takes until doors are decided by it */
    private long putInForce(RuleSet rules) {
        Long edition =
                rulebooks.open(SERVER, project).map(RulebookVersion::edition).orElse(null);
        RulebookVersion draft = rulebooks.draft(SERVER, project, rules, edition);
        Set<String> confirmed = rules.policies().stream().map(Policy::id).collect(Collectors.toSet());
        long start = System.nanoTime();
        RulebookVersion published = domain.getBean(Releases.class).publish(SERVER, project, draft.edition(), confirmed);
        long nanos = System.nanoTime() - start;
        if (!Objects.equals(published.rulebook().version(), site().rulebook())) {
            throw new IllegalStateException("the rules are not in force yet");
        }
        return nanos;
    }

    private void replayed() {
        Replays replays = domain.getBean(Replays.class);
        RuleSet rules = hundred();
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            ReplayReport report = replays.replay(SERVER, project, rules, DAYS);
            out.printf(
                    Locale.ROOT,
                    "%,d requests decided again under %d policies in %.1f s, %,d of them otherwise%n",
                    report.judged(),
                    POLICIES,
                    (System.nanoTime() - start) / 1e9,
                    report.shut() + report.opened());
        }
    }

    /** Real requests, decided without policies, instead of the entries that other measurements are content with. */
    private void record() {
        if (jdbc.queryForList("select 1 from acs_log where facts ?? 'bench' limit 1")
                .isEmpty()) {
            return;
        }
        long entries = Objects.requireNonNull(jdbc.queryForObject("select count(*) from acs_log", Long.class));
        jdbc.execute("truncate acs_log cascade");
        ask();
        jdbc.execute("create table really as select * from acs_log");
        jdbc.execute("truncate acs_log cascade");
        jdbc.update(REPEATED, entries, entries, entries);
        jdbc.execute("drop table really");
        jdbc.execute("vacuum analyze");
    }

    private void ask() {
        AccessService access = domain.getBean(AccessService.class);
        InstantSource clock = domain.getBean(InstantSource.class);
        Random random = new Random(1);
        List<Identifier> identifiers = new ArrayList<>();
        site().identifiers().forEach(identifiers::add);
        List<Device> doors = new ArrayList<>();
        site().devices().forEach(doors::add);
        for (int i = 0; i < REQUESTS; i++) {
            Identifier identifier = identifiers.get(random.nextInt(identifiers.size()));
            List<String> own = List.copyOf(site().offlineRights(identifier.id()).keySet());
            Device door = own.isEmpty() || random.nextInt(10) == 0
                    ? doors.get(random.nextInt(doors.size()))
                    : Objects.requireNonNull(site().device(own.get(random.nextInt(own.size()))));
            access.ask(
                    new AccessRequest(door.serial(), null, 1, identifier.type(), identifier.value(), clock.instant()),
                    new RequestOrigin(Channel.MQTT, "bench-rules-" + i, null));
        }
    }

    private SiteSnapshot site() {
        return Objects.requireNonNull(directory.site(project));
    }

    private static Policy policy(PolicyEffect effect, HolderKind kind, PolicyDoors doors, PolicyTimes times) {
        return new Policy(new UUID(3, 1).toString(), "Measured", effect, only(kind), doors, times, 0, Map.of());
    }

    private static PolicyHolders only(HolderKind kind) {
        return new PolicyHolders(EnumSet.of(kind), Set.of(), List.of(), Set.of());
    }

    private static PolicyDoors doors(GroupType type) {
        return new PolicyDoors(List.of(), Set.of(type), List.of(), Set.of(), null);
    }

    private static PolicyTimes hours(Set<DayOfWeek> days, @Nullable LocalTime from, @Nullable LocalTime to) {
        return new PolicyTimes(days, from, to, HolidayUse.IGNORED, null, null);
    }
}
