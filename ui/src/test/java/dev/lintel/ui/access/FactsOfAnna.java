package dev.lintel.ui.access;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.DeviceFact;
import dev.lintel.domain.access.AccessFacts.GrantFact;
import dev.lintel.domain.access.AccessFacts.HolderFact;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.access.AccessFacts.LineFact;
import dev.lintel.domain.access.AccessFacts.ScheduleFact;
import dev.lintel.domain.access.AccessFacts.Via;
import dev.lintel.domain.access.AppliedPolicy;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.Remedy;
import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.device.DeviceType;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts about Anna Bell of apartment 12 at the main entrance, on Saturday 10 January 2026 at 18:00 in London. */
record FactsOfAnna(
        IdentifierType type,
        @Nullable IdentifierFact identifier,
        @Nullable Integer lock,
        List<GrantFact> grants,
        int elsewhere,
        boolean known) {
    private static final Instant AT = Instant.parse("2026-01-10T18:00:00Z");
    private static final Set<ReasonCode> GRANTS =
            EnumSet.of(ReasonCode.GRANTED, ReasonCode.POLICY_ALLOWED, ReasonCode.EMERGENCY_EGRESS);

    static FactsOfAnna facts() {
        IdentifierFact card = new IdentifierFact("identifier-1", null, null, null, 0, false, false, null);
        return new FactsOfAnna(IdentifierType.CARD, card, null, List.of(), 0, true);
    }

    FactsOfAnna grant(String restriction, String schedule, boolean open, @Nullable String until) {
        List<GrantFact> more = new ArrayList<>(grants);
        more.add(new GrantFact(
                restriction,
                false,
                true,
                List.of(new Via(Via.Kind.GROUP, "group-1")),
                List.of(new LineFact(null, List.of(1))),
                List.of(new ScheduleFact(schedule, open, until == null ? null : Instant.parse(until)))));
        return new FactsOfAnna(type, identifier, lock, more, elsewhere, known);
    }

    FactsOfAnna validFrom(String from) {
        return with(new IdentifierFact("identifier-1", Instant.parse(from), null, null, 0, false, false, null));
    }

    FactsOfAnna validUntil(String until) {
        Instant from = identifier == null ? null : identifier.validFrom();
        return with(new IdentifierFact("identifier-1", from, Instant.parse(until), null, 0, false, false, null));
    }

    FactsOfAnna guest(GuestKind kind, IdentifierType shown, int passes) {
        Instant from = identifier == null ? null : identifier.validFrom();
        Instant until = identifier == null ? null : identifier.validUntil();
        IdentifierFact pass = new IdentifierFact("identifier-1", from, until, passes, passes, false, false, kind);
        return new FactsOfAnna(shown, pass, lock, grants, elsewhere, known);
    }

    FactsOfAnna unknown() {
        return with(null);
    }

    FactsOfAnna lock(int number) {
        return new FactsOfAnna(type, identifier, number, grants, elsewhere, known);
    }

    FactsOfAnna elsewhere(int more) {
        return new FactsOfAnna(type, identifier, lock, grants, more, known);
    }

    /** Everything with a name has been deleted since. */
    FactsOfAnna forgotten() {
        return new FactsOfAnna(type, identifier, lock, grants, elsewhere, false);
    }

    private FactsOfAnna with(@Nullable IdentifierFact other) {
        return new FactsOfAnna(type, other, lock, grants, elsewhere, known);
    }

    String remedy(Language language, Remedy... together) {
        Names names = known ? new SomeNames() : Names.NONE;
        return new RemedySentences(accessFacts(), names, new Messages(), language.locale()).sentence(List.of(together));
    }

    /** @param policies those of the project that concerned the request */
    String sentence(ReasonCode reason, Language language, AppliedPolicy... policies) {
        Decision decided = decision(reason);
        Decision byPolicies = new Decision(
                decided.verdict(),
                decided.reason(),
                decided.locks(),
                decided.restrictions(),
                decided.considered(),
                decided.rules(),
                decided.obligations(),
                decided.ruleVersion(),
                decided.until(),
                List.of(policies));
        Names names = known ? new SomeNames() : Names.NONE;
        return new DecisionSentences(accessFacts(), byPolicies, names, new Messages(), language.locale()).sentence();
    }

    private AccessFacts accessFacts() {
        return new AccessFacts(
                AT,
                null,
                lock,
                type,
                new DeviceFact("device-1", "AA-1", DeviceType.PANEL, "group-1", 2),
                identifier,
                identifier == null ? null : new HolderFact("user-1", "user", false, List.of("group-1")),
                grants,
                elsewhere,
                null,
                null);
    }

    private Decision decision(ReasonCode reason) {
        boolean granted = GRANTS.contains(reason);
        List<String> ids = grants.stream().map(GrantFact::restriction).toList();
        return new Decision(
                granted ? Verdict.GRANT : Verdict.DENY,
                reason,
                granted ? List.of(1) : List.of(),
                granted ? ids : List.of(),
                ids.stream().map(id -> new Decision.Considered(id, reason)).toList(),
                List.of(),
                List.of(),
                "test",
                null);
    }

    private static final class SomeNames implements Names {
        private static final Map<String, String> NAMES = Map.of(
                "device-1", "Main entrance",
                "user-1", "Anna Bell",
                "group-1", "Apartment 12",
                "cleaners", "Cleaners",
                "guards", "Guards",
                "working-hours", "Working hours",
                "nights", "Nights");

        @Override
        public String site() {
            return "Heathfield House";
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Europe/London");
        }

        @Override
        public @Nullable String door(String device) {
            return NAMES.get(device);
        }

        @Override
        public @Nullable String user(String id) {
            return NAMES.get(id);
        }

        @Override
        public @Nullable String restriction(String id) {
            return NAMES.get(id);
        }

        @Override
        public @Nullable String schedule(String id) {
            return NAMES.get(id);
        }

        @Override
        public @Nullable String group(String id) {
            return NAMES.get(id);
        }

        @Override
        public @Nullable String groupPath(String id) {
            return group(id);
        }
    }
}
