package dev.lintel.domain.rulebook.report;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.rulebook.OutcomeUses;
import dev.lintel.domain.rulebook.RulebookVersion;
import dev.lintel.domain.rulebook.Rulebooks;
import dev.lintel.domain.rulebook.report.ReportRefusedException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports on the rules of a project: what was in force when, what changed between two moments and by whom, and which rules and
 * rights nobody needed. They tell of what is kept: of the last {@value Rulebooks#MOST_TOLD} versions, and of the log.
 */
@Service
public class RuleReports {
    /** So many days back it is told what was not used. */
    public static final int MOST_DAYS = 3_650;

    private final Rulebooks rulebooks;
    private final UseStore uses;
    private final OutcomeUses outcomes;
    private final PolicyCounts counts;
    private final AccessDirectory directory;
    private final InstantSource clock;

    RuleReports(
            Rulebooks rulebooks,
            UseStore uses,
            OutcomeUses outcomes,
            PolicyCounts counts,
            AccessDirectory directory,
            InstantSource clock) {
        this.rulebooks = rulebooks;
        this.uses = uses;
        this.outcomes = outcomes;
        this.counts = counts;
        this.directory = directory;
        this.clock = clock;
    }

    /** Whether the actor may have all of it: what was not used tells of restrictions and of the log, too. */
    public boolean mayHaveWhole(Actor actor, long project) {
        return rulebooks.may(actor, Permission.RULE_VIEW, project)
                && actor.reach(Permission.ACS_LOG_VIEW).hasProject(project)
                && actor.reach(Permission.ACCESS_RESTRICTION_VIEW).hasProject(project);
    }

    /** What decided at a moment; empty when the shipped rules alone did.
     *
     * @throws dev.lintel.domain.rulebook.NoSuchRulebookException when there is no such project for the actor
     */
    @Transactional(readOnly = true)
    public Optional<RulebookVersion> inForce(Actor actor, long project, Instant at) {
        return rulebooks.history(actor, project).stream()
                .filter(version -> isBy(version.standing().everywhere(), at))
                .filter(version ->
                        version.retired() == null || version.retired().isAfter(at))
                .findFirst();
    }

    /**
     * What was changed after one moment and until another, the oldest first.
     *
     * @throws ReportRefusedException when the end is not after the beginning
     */
    @Transactional(readOnly = true)
    public List<VersionChange> changes(Actor actor, long project, Instant from, Instant until) {
        if (!from.isBefore(until)) {
            throw new ReportRefusedException("until", Reason.NOT_AFTER, until.toString());
        }
        List<VersionChange> changes = new ArrayList<>();
        RulebookVersion before = null;
        for (RulebookVersion version : everywhere(rulebooks.history(actor, project))) {
            Instant at = everywhere(version);
            if (at.isAfter(from) && !at.isAfter(until)) {
                changes.add(VersionChange.between(before, version));
            }
            before = version;
        }
        return changes;
    }

    /**
     * What each version of the history made of what decided everywhere before it, by number. What is before the oldest that is
     * told is not known, so of that nothing is said.
     */
    @Transactional(readOnly = true)
    public Map<Integer, VersionChange> changes(Actor actor, long project) {
        List<RulebookVersion> history = rulebooks.history(actor, project);
        boolean isWhole = history.size() < Rulebooks.MOST_TOLD;
        List<RulebookVersion> decided = everywhere(history);
        Map<Integer, VersionChange> changes = new HashMap<>();
        for (RulebookVersion version : history) {
            Instant published = Objects.requireNonNull(version.published());
            Optional<RulebookVersion> before = decided.reversed().stream()
                    .filter(other -> everywhere(other).isBefore(published)
                            || everywhere(other).equals(published) && other.number() < version.number())
                    .findFirst();
            if (isWhole || before.isPresent()) {
                changes.put(version.number(), VersionChange.between(before.orElse(null), version));
            }
        }
        return changes;
    }

    /** What never decided everywhere changed nothing for good. The first comes first. */
    private static List<RulebookVersion> everywhere(List<RulebookVersion> history) {
        return history.reversed().stream()
                .filter(version -> version.standing().everywhere() != null)
                .sorted(Comparator.comparing(RuleReports::everywhere))
                .toList();
    }

    private static Instant everywhere(RulebookVersion version) {
        return Objects.requireNonNull(version.standing().everywhere());
    }

    private static boolean isBy(@Nullable Instant published, Instant at) {
        return published != null && !published.isAfter(at);
    }

    /**
     * Policies and rows of tables in force that concerned no request of the last days, or counted in nothing else.
     *
     * @param days 1 to {@value #MOST_DAYS}
     */
    @Transactional(readOnly = true)
    public List<Rule> unusedRules(Actor actor, long project, int days) {
        requireUse(actor, project);
        Instant since = since(days);
        List<Rule> rules = rulebooks
                .inForce(actor, project)
                .map(version -> Rule.of(version.rules()))
                .orElse(List.of());
        Set<String> used = new HashSet<>();
        if (!rules.isEmpty()) {
            used.addAll(uses.policies(project, since));
            used.addAll(outcomes.since(project, since));
        }
        return rules.stream().filter(rule -> !used.contains(rule.id())).toList();
    }

    /**
     * Restrictions that are granted to somebody and opened no door to anybody in the last days.
     *
     * @param days 1 to {@value #MOST_DAYS}
     */
    @Transactional(readOnly = true)
    public List<UnusedRight> unusedRights(Actor actor, long project, int days) {
        requireUse(actor, project);
        return uses.unusedRights(project, since(days));
    }

    /**
     * What policies counted in the last days, by the clock of the project, the latest day first.
     *
     * @param days 1 to {@value #MOST_DAYS}; 1 is today alone
     * @throws dev.lintel.domain.rulebook.NoSuchRulebookException when there is no such project for the actor
     */
    @Transactional(readOnly = true)
    public List<PolicyCount> counted(Actor actor, long project, int days) {
        rulebooks.isOneEnough(actor, project);
        Project of = Objects.requireNonNull(directory.site(project)).project();
        return counts.since(
                project, LocalDate.ofInstant(since(days), of.timeZone()).plusDays(1));
    }

    /** All of it together. */
    @Transactional(readOnly = true)
    public RuleReport whole(Actor actor, long project, Instant from, Instant until, int days) {
        requireUse(actor, project);
        SiteSnapshot site = Objects.requireNonNull(directory.site(project));
        return new RuleReport(
                site.project(),
                from,
                until,
                inForce(actor, project, until).orElse(null),
                changes(actor, project, from, until),
                days,
                unusedRules(actor, project, days),
                unusedRights(actor, project, days));
    }

    /** What says who may see rules says whether there is such a project, too. */
    private void requireUse(Actor actor, long project) {
        rulebooks.isOneEnough(actor, project);
        for (Permission permission : List.of(Permission.ACS_LOG_VIEW, Permission.ACCESS_RESTRICTION_VIEW)) {
            if (!actor.requireReach(permission).hasProject(project)) {
                throw new PermissionDeniedException(permission);
            }
        }
    }

    private Instant since(int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new ReportRefusedException("days", Reason.OUT_OF_RANGE, "1–" + MOST_DAYS);
        }
        return clock.instant().minus(Duration.ofDays(days));
    }
}
