package dev.lintel.ui.access;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.GrantFact;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.access.AccessFacts.ScheduleFact;
import dev.lintel.domain.access.AccessFacts.Via;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AppliedPolicy;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the one sentence that says what was decided and why. */
final class DecisionSentences {
    private final AccessFacts facts;
    private final Decision decision;
    private final Names names;
    private final Phrases phrases;
    private final String language;

    DecisionSentences(AccessFacts facts, Decision decision, Names names, Messages messages, Locale locale) {
        this.facts = facts;
        this.decision = decision;
        this.names = names;
        this.phrases = new Phrases(messages, locale, names, facts);
        this.language = Language.nearest(locale).locale().getLanguage();
    }

    String sentence() {
        return switch (decision.reason()) {
            case DEVICE_UNKNOWN -> say("sentence.deviceUnknown");
            case UNKNOWN_IDENTIFIER -> say("sentence.unknownIdentifier");
            case REVOKED -> say("sentence.revoked");
            case IDENTIFIER_SUSPENDED -> say("sentence.identifierSuspended");
            case HOLDER_SUSPENDED -> say("sentence.holderSuspended");
            case NOT_YET_VALID -> validity("sentence.notYetValid");
            case EXPIRED -> validity("sentence.expired");
            case PASSES_USED_UP -> say("sentence.passesUsedUp", Map.of("max", passes()));
            case NO_RESTRICTION -> noRestriction();
            case LOCK_NOT_ALLOWED -> lockNotAllowed();
            case OUTSIDE_SCHEDULE -> outsideSchedule();
            case POLICY_DENIED -> byPolicy("sentence.policyDenied", PolicyEffect.DENY);
            case SECOND_CREDENTIAL_NEEDED -> byPolicy("sentence.secondCredentialNeeded", PolicyEffect.DENY);
            case GRANTED -> granted();
            case POLICY_ALLOWED -> byPolicy("sentence.policyAllowed", PolicyEffect.ALLOW);
            case EMERGENCY_EGRESS -> say("sentence.emergencyEgress");
            case DECIDED_BY_DEVICE ->
                say(
                        "sentence.decidedByDevice",
                        Map.of("verdict", decision.verdict().name()));
            case INDETERMINATE -> say("sentence.indeterminate");
        };
    }

    private String validity(String key) {
        IdentifierFact identifier = Objects.requireNonNull(facts.identifier());
        Instant edge = decision.reason() == ReasonCode.EXPIRED ? identifier.validUntil() : identifier.validFrom();
        return say(key, Map.of("when", edge == null ? "" : phrases.when(edge)));
    }

    private int passes() {
        IdentifierFact identifier = Objects.requireNonNull(facts.identifier());
        return Objects.requireNonNullElse(identifier.maxPasses(), identifier.passesUsed());
    }

    private String noRestriction() {
        if (facts.grants().isEmpty()) {
            return say(facts.elsewhere() == 0 ? "sentence.noDoor" : "sentence.otherDoors");
        }
        IdentifierFact identifier = facts.identifier();
        boolean guest = identifier != null && identifier.guest() != null;
        if (guest) {
            List<GrantFact> closedToGuests = facts.grants().stream()
                    .filter(grant -> !grant.guestUsable())
                    .toList();
            if (!closedToGuests.isEmpty()) {
                return about("sentence.notForGuests", closedToGuests, Map.of());
            }
            if (facts.grants().stream().noneMatch(GrantFact::heldByOwner)) {
                return say("sentence.ownerLostIt");
            }
        }
        String point = facts.accessPoint();
        return point == null
                ? say("sentence.otherDirection")
                : say("sentence.notThisPoint", Map.of("point", phrases.quoted(point)));
    }

    private String lockNotAllowed() {
        Integer lock = facts.lock();
        AccessFacts.DeviceFact device = facts.device();
        if (lock != null && device != null && lock > device.locks()) {
            return say("sentence.noSuchLock", Map.of("lock", lock));
        }
        List<GrantFact> reached = reached(ReasonCode.LOCK_NOT_ALLOWED);
        if (lock == null || lock == AccessRequest.ALL_LOCKS) {
            return about(lock == null ? "sentence.noLock" : "sentence.notAllLocks", reached, Map.of());
        }
        return about("sentence.lockNotAllowed", reached, Map.of("lock", lock));
    }

    private String outsideSchedule() {
        List<GrantFact> reached = reached(ReasonCode.OUTSIDE_SCHEDULE);
        List<ScheduleFact> closed =
                reached.stream().flatMap(grant -> grant.schedules().stream()).toList();
        Instant opens = earliest(closed);
        return about(
                "sentence.outsideSchedule",
                reached,
                Map.of(
                        "schedules",
                                phrases.schedules(closed.stream()
                                        .map(ScheduleFact::schedule)
                                        .toList()),
                        "again", opens == null ? "no" : "yes",
                        "when", opens == null ? "" : phrases.when(opens)));
    }

    /** Names one restriction of those that open, that which opens longest: the others are listed below the sentence. */
    private String granted() {
        GrantFact first = facts.grants().stream()
                .filter(grant -> decision.restrictions().contains(grant.restriction()))
                .max(Comparator.comparing(DecisionSentences::opensUntil))
                .orElse(null);
        if (first == null) {
            return say("sentence.grantedPlainly");
        }
        ScheduleFact open = first.schedules().stream()
                .filter(ScheduleFact::open)
                .max(Comparator.comparing(schedule -> Objects.requireNonNullElse(schedule.until(), Instant.MAX)))
                .orElse(null);
        Instant until = open == null ? null : open.until();
        return about(
                "sentence.granted",
                List.of(first),
                Map.of(
                        "via", via(first),
                        "scheduled", open == null ? "no" : until == null ? "forever" : "yes",
                        "schedules", open == null ? "" : phrases.schedules(List.of(open.schedule())),
                        "when", until == null ? "" : phrases.when(until)));
    }

    /** Names the policies that decided, and says what they tell people in the reader's language. */
    private String byPolicy(String key, PolicyEffect effect) {
        List<AppliedPolicy> decided = decision.policies().stream()
                .filter(policy -> policy.effect() == effect)
                .toList();
        String told = decided.stream()
                .map(policy -> policy.reasons().get(language))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        return say(
                key,
                Map.of(
                        "count",
                        decided.size(),
                        "policies",
                        phrases.policies(decided),
                        "told",
                        told.isEmpty() ? "no" : "yes",
                        "text",
                        told.isEmpty() ? "" : phrases.quoted(told)));
    }

    private static Instant opensUntil(GrantFact grant) {
        return grant.schedules().stream()
                .filter(ScheduleFact::open)
                .map(schedule -> Objects.requireNonNullElse(schedule.until(), Instant.MAX))
                .max(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private String via(GrantFact grant) {
        if (grant.via().isEmpty()) {
            return "";
        }
        Via via = grant.via().getFirst();
        String group = via.kind() == Via.Kind.GROUP ? names.group(via.id()) : null;
        return phrases.say(
                "phrase.via",
                phrases.arguments(Map.of(
                        "kind",
                        via.kind() == Via.Kind.GROUP && group == null
                                ? "GONE"
                                : via.kind().name(),
                        "group",
                        group == null ? "" : phrases.quoted(group))));
    }

    /** The restrictions that got as far as the decision's reason says; all, should none have been noted. */
    private List<GrantFact> reached(ReasonCode reason) {
        List<String> ids = decision.considered().stream()
                .filter(considered -> considered.reached() == reason)
                .map(Decision.Considered::restriction)
                .toList();
        return facts.grants().stream()
                .filter(grant -> ids.isEmpty() || ids.contains(grant.restriction()))
                .toList();
    }

    private static @Nullable Instant earliest(List<ScheduleFact> schedules) {
        return schedules.stream()
                .map(ScheduleFact::until)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private String about(String key, List<GrantFact> grants, Map<String, ?> more) {
        Map<String, Object> arguments = phrases.arguments(more);
        arguments.put("count", grants.size());
        arguments.put("restrictions", phrases.restrictions(grants));
        return phrases.say(key, arguments);
    }

    private String say(String key) {
        return say(key, Map.of());
    }

    private String say(String key, Map<String, ?> more) {
        return phrases.say(key, phrases.arguments(more));
    }
}
