package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.RulebookPublished;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.rulebook.RulebookRefusedException.Problem;
import dev.lintel.domain.rulebook.RulebookRefusedException.Reason;
import dev.lintel.domain.rulebook.RulebookVersion.State;
import dev.lintel.domain.rulebook.RulebooksInForce.Ruled;
import dev.lintel.domain.rulebook.Standing.TakenBack;
import dev.lintel.domain.wire.WireName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rulebook of a project on its way from a draft to what decides at the doors. A project has one draft at most; what is put in
 * force stays as it is for ever.
 */
@Service
public class Rulebooks {
    public static final int LONGEST_NOTE = 500;

    /** Of so many versions the history tells. */
    public static final int MOST_TOLD = 200;

    /** So far ahead a draft can be planned to come into force. */
    public static final Duration LONGEST_WAIT = Duration.ofDays(366);

    static final String KIND = "rulebook";

    private final RulebookStore store;
    private final RulebookPlans plans;
    private final AccessDirectory directory;
    private final RuleCompiler compiler;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Rulebooks(
            RulebookStore store,
            RulebookPlans plans,
            AccessDirectory directory,
            RuleCompiler compiler,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.plans = plans;
        this.directory = directory;
        this.compiler = compiler;
        this.events = events;
        this.clock = clock;
    }

    /** What decides at the doors now; empty when the shipped rules alone do. */
    @Transactional(readOnly = true)
    public Optional<RulebookVersion> inForce(Actor actor, long project) {
        require(actor, Permission.RULE_VIEW, project);
        return store.inForce(project);
    }

    /** What decides in one group, beside what is in force elsewhere; empty when nothing does. */
    @Transactional(readOnly = true)
    public Optional<RulebookVersion> inPart(Actor actor, long project) {
        require(actor, Permission.RULE_VIEW, project);
        return store.inPart(project);
    }

    /** The draft, or what is submitted; empty when nobody is writing anything. */
    @Transactional(readOnly = true)
    public Optional<RulebookVersion> open(Actor actor, long project) {
        require(actor, Permission.RULE_VIEW, project);
        return store.open(project);
    }

    /** All that was ever in force, the newest first, {@value #MOST_TOLD} at most. */
    @Transactional(readOnly = true)
    public List<RulebookVersion> history(Actor actor, long project) {
        require(actor, Permission.RULE_VIEW, project);
        return store.published(project, MOST_TOLD);
    }

    /** @throws NoSuchRulebookException when there is none of that number */
    @Transactional(readOnly = true)
    public RulebookVersion version(Actor actor, long project, int number) {
        require(actor, Permission.RULE_VIEW, project);
        return store.get(project, number).orElseThrow(() -> new NoSuchRulebookException(project));
    }

    /** The rules by which doors are decided now, for what works beside this service in its name. */
    RuleSet rulesInForce(long project) {
        return store.inForce(project).map(RulebookVersion::rules).orElse(RuleSet.EMPTY);
    }

    /** By what doors are to be decided, as {@link NodeStates#label} says it. */
    String deciding(long project) {
        Ruled ruled = store.allRuling().getOrDefault(project, Ruled.BY_SHIPPED);
        return NodeStates.label(ruled.version(), ruled.partRuling());
    }

    /** The rules by which doors are decided now: those in force, and those in force in part. */
    List<RuleSet> rulesDeciding(long project) {
        return Stream.concat(
                        Stream.of(rulesInForce(project)), store.inPart(project).map(RulebookVersion::rules).stream())
                .toList();
    }

    /** What is written now: the draft, else what is in force in part, else what is in force, else nothing. */
    @Transactional(readOnly = true)
    public RuleSet written(Actor actor, long project) {
        require(actor, Permission.RULE_VIEW, project);
        return store.open(project)
                .or(() -> store.inPart(project))
                .map(RulebookVersion::rules)
                .orElseGet(() -> rulesInForce(project));
    }

    /** Whether the actor may do something with the rules of a project. */
    public boolean may(Actor actor, Permission permission, long project) {
        return actor.reach(permission).hasProject(project) && directory.site(project) != null;
    }

    /**
     * Scenarios that show what a ready-made policy is for, at the first door where it holds: one that it concerns and one that
     * it does not, as far as the policy still is what it was made for.
     *
     * @param tuned the policy as it is to be written
     * @param name says what one is called, by whether the policy concerns it
     */
    public List<Scenario> scenariosOf(Actor actor, long project, Policy tuned, Function<Boolean, String> name) {
        SiteSnapshot site = require(actor, Permission.RULE_VIEW, project);
        LocalDateTime now =
                LocalDateTime.ofInstant(clock.instant(), site.project().timeZone());
        return new ReadyMadeScenarios(tuned, site.asking(Rulebook.wanted(List.of(tuned))), now).all(name);
    }

    /** What is wrong with rules; empty when they can be taken. For editors that tell while somebody types. */
    public List<Problem> check(Actor actor, long project, RuleSet rules) {
        SiteSnapshot site = require(actor, Permission.RULE_DRAFT, project);
        return RuleSetCheck.of(rules, site, store.markers(project));
    }

    /** @throws RulebookRefusedException when the rules cannot be taken, with all that is wrong */
    void requireTakable(Actor actor, long project, RuleSet rules) {
        List<Problem> problems = check(actor, project, rules);
        if (!problems.isEmpty()) {
            throw new RulebookRefusedException(problems);
        }
    }

    /**
     * Writes the draft: a new one, or what there is, which is then no longer submitted.
     *
     * @param edition of the draft that was edited; null where there was none
     * @throws RulebookRefusedException with all that is wrong
     */
    @Transactional
    public RulebookVersion draft(Actor actor, long project, RuleSet rules, @Nullable Long edition) {
        lock(require(actor, Permission.RULE_DRAFT, project));
        requireTakable(actor, project, rules);
        Optional<RulebookVersion> before = store.open(project);
        if (!before.map(RulebookVersion::edition).equals(Optional.ofNullable(edition))) {
            throw new RulebookRefusedException("edition", Reason.CHANGED);
        }
        plans.callOff(actor, project);
        before.ifPresentOrElse(
                draft -> store.rewrite(draft, rules, account(actor), now()),
                () -> store.add(project, State.DRAFT, rules, account(actor), null, now()));
        return told(actor, project, before, store.open(project));
    }

    /** Gives the draft up.
     *
     * @throws NoSuchRulebookException when there is none
     */
    @Transactional
    public void discard(Actor actor, long project) {
        lock(require(actor, Permission.RULE_DRAFT, project));
        RulebookVersion draft = store.open(project).orElseThrow(() -> new NoSuchRulebookException(project));
        plans.callOff(actor, project);
        store.delete(draft);
        events.publishEvent(changed(actor, draft, fields(draft), Map.of()));
    }

    /**
     * Lets somebody else look at the draft and put it in force.
     *
     * @param note what it is for; up to {@value #LONGEST_NOTE} characters
     * @param report what came out when that edition was tried
     */
    @Transactional
    RulebookVersion submit(Actor actor, long project, long edition, String note, ReleaseReport report) {
        lock(require(actor, Permission.RULE_DRAFT, project));
        RulebookVersion draft = edited(project, edition);
        if (note.codePointCount(0, note.length()) > LONGEST_NOTE) {
            throw new RulebookRefusedException("note", Reason.TOO_LONG);
        }
        refuseUnchanged(draft);
        plans.callOff(actor, project);
        store.submit(draft, note.strip(), report);
        return told(actor, project, Optional.of(draft), store.open(project));
    }

    /**
     * Puts the draft in force: when this returns, doors are decided by it, or it is planned for later. One of those who wrote it
     * may do so only where one is enough, see {@link #isOneEnough}.
     *
     * @param report what came out when that edition was tried
     * @throws RulebookRefusedException when it may not be, with the reason
     */
    @Transactional
    RulebookVersion publish(Actor actor, long project, long edition, ReleaseWish wish, ReleaseReport report) {
        RulebookVersion draft = releasable(actor, project, edition, wish.confirmed(), report);
        String group = groupName(draft, wish.group());
        if (wish.at() == null) {
            return wish.group() == null || group == null
                    ? putInForce(actor, draft, report)
                    : putInForceIn(actor, draft, report, wish.group(), group);
        }
        requireToCome(wish.at());
        compiler.prepare(draft.rulebook());
        plans.put(actor, draft, wish, account(actor));
        return draft;
    }

    /** What the group is called in which the draft is to decide first. In one group nothing is decided but doors. */
    private @Nullable String groupName(RulebookVersion draft, @Nullable String id) {
        if (id == null) {
            return null;
        }
        if (rulesInForce(draft.project()).decidesAs(draft.rules())) {
            throw new RulebookRefusedException("group", Reason.NOT_AT_DOORS);
        }
        // the snapshot may not have heard yet that it was deleted
        return store.groupName(draft.project(), id)
                .orElseThrow(() -> new RulebookRefusedException("group", Reason.UNKNOWN));
    }

    private void requireToCome(Instant at) {
        if (!at.isAfter(now())) {
            throw new RulebookRefusedException("at", Reason.OVER);
        }
        if (at.isAfter(now().plus(LONGEST_WAIT))) {
            throw new RulebookRefusedException("at", Reason.TOO_FAR);
        }
    }

    private RulebookVersion releasable(
            Actor actor, long project, long edition, Set<String> confirmed, ReleaseReport report) {
        SiteSnapshot site = require(actor, Permission.RULE_PUBLISH, project);
        lock(site);
        RulebookVersion draft = edited(project, edition);
        refuseUnchanged(draft);
        if (store.inPart(project).isPresent()) {
            throw new RulebookRefusedException("state", Reason.ANOTHER_IN_PART);
        }
        if (!store.isOneEnough(project)) {
            if (draft.state() != State.SUBMITTED) {
                throw new RulebookRefusedException("state", Reason.NOT_SUBMITTED);
            }
            if (store.hasHandIn(draft, account(actor))) {
                throw new RulebookRefusedException("state", Reason.OWN_WORK);
            }
        }
        List<Problem> problems = RuleSetCheck.of(draft.rules(), site, store.markers(project));
        problems.addAll(Trials.problems(draft.rules(), report.trial()));
        problems.addAll(OfflineContract.unconfirmed(draft.rules(), confirmed));
        if (!problems.isEmpty()) {
            throw new RulebookRefusedException(problems);
        }
        return draft;
    }

    /** What is to come into force by itself, or could not; empty when nothing is planned. */
    @Transactional(readOnly = true)
    public Optional<RulebookPlan> planned(Actor actor, long project) {
        require(actor, Permission.RULE_VIEW, project);
        return plans.of(project);
    }

    /**
     * Calls off what is planned; the draft stays as it is.
     *
     * @throws NoSuchRulebookException when nothing is planned
     */
    @Transactional
    public void callOff(Actor actor, long project) {
        lock(require(actor, Permission.RULE_PUBLISH, project));
        if (!plans.callOff(actor, project)) {
            throw new NoSuchRulebookException(project);
        }
    }

    /**
     * Takes up the policies of an earlier version again, as a new one, at once: what went wrong must not wait for anybody. What
     * is in force in part is taken back as well.
     *
     * @throws NoSuchRulebookException when that version was never in force
     */
    @Transactional
    public RulebookVersion rollBack(Actor actor, long project, int number) {
        lock(require(actor, Permission.RULE_PUBLISH, project));
        RulebookVersion earlier = store.get(project, number)
                .filter(version -> version.standing().everywhere() != null)
                .orElseThrow(() -> new NoSuchRulebookException(project));
        boolean hadPart = retirePart(actor, project);
        if (earlier.state() == State.IN_FORCE && hadPart) {
            return earlier;
        }
        if (earlier.state() == State.IN_FORCE) {
            throw new RulebookRefusedException("number", Reason.NOTHING_CHANGED);
        }
        Optional<RulebookVersion> before = store.inForce(project);
        store.retire(project, now());
        store.add(project, State.IN_FORCE, earlier.rules(), account(actor), number, now());
        return inForceNow(actor, project, before);
    }

    /**
     * Puts in force everywhere what is so in part.
     *
     * @throws NoSuchRulebookException when nothing is
     */
    @Transactional
    public RulebookVersion spread(Actor actor, long project) {
        lock(require(actor, Permission.RULE_PUBLISH, project));
        RulebookVersion part = store.inPart(project).orElseThrow(() -> new NoSuchRulebookException(project));
        Optional<RulebookVersion> before = store.inForce(project);
        store.retire(project, now());
        store.spread(part, now());
        return inForceNow(actor, project, before);
    }

    /**
     * Takes back what is in force in part; what is in force elsewhere decides there again.
     *
     * @throws NoSuchRulebookException when nothing is
     */
    @Transactional
    public void takeBackPart(Actor actor, long project) {
        lock(require(actor, Permission.RULE_PUBLISH, project));
        if (!retirePart(actor, project)) {
            throw new NoSuchRulebookException(project);
        }
    }

    /** @return whether there was any */
    private boolean retirePart(Actor actor, long project) {
        Optional<RulebookVersion> part = store.inPart(project);
        part.ifPresent(version -> {
            store.retirePart(version, now());
            tellNodes(project);
            told(actor, project, part, store.get(project, version.number()));
        });
        return part.isPresent();
    }

    /**
     * Takes back a version that denies too much: what decided before does again, as a new version where it decided everywhere.
     *
     * @return whether it was still in force
     */
    @Transactional
    boolean takeBack(long project, int number, TakenBack figures) {
        Optional<RulebookVersion> found =
                store.lock(project) ? store.get(project, number).filter(RulebookVersion::decides) : Optional.empty();
        if (found.isEmpty()) {
            return false;
        }
        RulebookVersion version = found.get();
        store.takenBack(version, figures);
        tell(version, figures);
        if (version.state() == State.IN_PART) {
            return retirePart(Actor.server(), project);
        }
        Optional<RulebookVersion> earlier = store.before(version);
        store.retire(project, now());
        RuleSet rules = earlier.map(RulebookVersion::rules).orElse(RuleSet.EMPTY);
        Integer restored = earlier.map(RulebookVersion::number).orElse(null);
        store.add(project, State.IN_FORCE, rules, RulebookStore.SERVER, restored, now());
        inForceNow(Actor.server(), project, found);
        return true;
    }

    private void tell(RulebookVersion version, TakenBack figures) {
        String usual = String.format(Locale.ROOT, "%.1f", figures.usual());
        events.publishEvent(changed(
                Actor.server(),
                version,
                Map.of("state", WireName.of(version.state())),
                Map.of(
                        "state", WireName.of(State.RETIRED),
                        "denials", Long.toString(figures.denials()),
                        "usualDenials", usual)));
        events.publishEvent(new RulebookNews(
                version.project(),
                RulebookNews.Kind.TAKEN_BACK,
                version.number(),
                figures.denials() + " " + figures.minutes() + " " + usual));
    }

    /** Whether one person alone may write rules and put them in force. */
    @Transactional(readOnly = true)
    public boolean isOneEnough(Actor actor, long project) {
        require(actor, Permission.RULE_VIEW, project);
        return store.isOneEnough(project);
    }

    /** Says whether one person alone may write rules and put them in force; usually a second one has to. */
    @Transactional
    public void oneIsEnough(Actor actor, long project, boolean enough) {
        lock(require(actor, Permission.RULE_PUBLISH, project));
        boolean before = store.isOneEnough(project);
        if (before != enough) {
            store.oneIsEnough(project, enough);
            events.publishEvent(new RecordChanged(
                    actor,
                    project,
                    KIND,
                    "settings",
                    "",
                    Map.of("secondPerson", Boolean.toString(!before)),
                    Map.of("secondPerson", Boolean.toString(!enough))));
        }
    }

    private RulebookVersion putInForce(Actor actor, RulebookVersion draft, ReleaseReport report) {
        // what does not compile is not put in force
        compiler.prepare(draft.rulebook());
        plans.callOff(actor, draft.project());
        Optional<RulebookVersion> before = store.inForce(draft.project());
        store.retire(draft.project(), now());
        store.publish(draft, account(actor), report, now());
        return inForceNow(actor, draft.project(), before);
    }

    private RulebookVersion putInForceIn(
            Actor actor, RulebookVersion draft, ReleaseReport report, String group, String groupName) {
        compiler.prepare(draft.rulebook());
        plans.callOff(actor, draft.project());
        store.publishInPart(draft, account(actor), report, group, groupName, now());
        tellNodes(draft.project());
        return told(actor, draft.project(), store.inForce(draft.project()), store.inPart(draft.project()));
    }

    private void tellNodes(long project) {
        store.tellNodes();
        events.publishEvent(new RulebookPublished(project));
    }

    private RulebookVersion inForceNow(Actor actor, long project, Optional<RulebookVersion> before) {
        tellNodes(project);
        return told(actor, project, before, store.inForce(project));
    }

    private void refuseUnchanged(RulebookVersion draft) {
        if (rulesDeciding(draft.project()).getLast().equals(draft.rules())) {
            throw new RulebookRefusedException("policies", Reason.NOTHING_CHANGED);
        }
    }

    private RulebookVersion edited(long project, long edition) {
        RulebookVersion draft = store.open(project).orElseThrow(() -> new NoSuchRulebookException(project));
        if (draft.edition() != edition) {
            throw new RulebookRefusedException("edition", Reason.CHANGED);
        }
        return draft;
    }

    private RulebookVersion told(
            Actor actor, long project, Optional<RulebookVersion> before, Optional<RulebookVersion> after) {
        RulebookVersion known = after.orElseThrow(() -> new NoSuchRulebookException(project));
        events.publishEvent(changed(actor, known, before.map(this::fields).orElse(Map.of()), fields(known)));
        return known;
    }

    private static RecordChanged changed(
            Actor actor, RulebookVersion version, Map<String, String> before, Map<String, String> after) {
        String number = Integer.toString(version.number());
        return new RecordChanged(actor, version.project(), KIND, number, number, before, after);
    }

    private Map<String, String> fields(RulebookVersion version) {
        SiteSnapshot site = Objects.requireNonNull(directory.site(version.project()));
        Map<String, String> markers = store.markers(version.project());
        Map<String, String> fields = new TreeMap<>();
        fields.put("version", Integer.toString(version.number()));
        fields.put("state", WireName.of(version.state()));
        fields.put("note", version.note());
        String group = version.standing().groupName();
        if (group != null && version.state() == State.IN_PART) {
            fields.put("group", group);
        }
        fields.putAll(AuditedRules.of(version.rules(), site, markers));
        return fields;
    }

    /** The site, for those who may do that with its rules. */
    SiteSnapshot require(Actor actor, Permission permission, long project) {
        Reach reach = actor.requireReach(permission);
        SiteSnapshot site = reach.hasProject(project) ? directory.site(project) : null;
        if (site == null) {
            throw new NoSuchRulebookException(project);
        }
        return site;
    }

    private void lock(SiteSnapshot site) {
        if (!store.lock(site.project().id())) {
            throw new NoSuchRulebookException(site.project().id());
        }
    }

    private static long account(Actor actor) {
        return actor.account() == null ? RulebookStore.SERVER : actor.account();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
