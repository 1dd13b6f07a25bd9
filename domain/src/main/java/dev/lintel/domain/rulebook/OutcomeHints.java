package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.HolderFact;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.guestpass.GuestPassDraft;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.rulebook.Diagnostic.Kind;
import dev.lintel.domain.rulebook.RequestClasses.Door;
import dev.lintel.domain.rulebook.RequestClasses.Moment;
import dev.lintel.domain.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds gaps, overlaps, contradictions and dead rows of a table about something else than doors. */
final class OutcomeHints implements RowHints.Rows<OutcomeExample> {
    private final OutcomeTable table;
    private final SiteSnapshot site;
    private final Instant now;
    private final List<Diagnostic> found;
    private final List<Policy> rows;
    private final Map<BitSet, AccessFacts> people = new LinkedHashMap<>();
    private final Map<BitSet, AccessFacts> passes = new LinkedHashMap<>();
    private final RowHints<OutcomeExample> hints = new RowHints<>();
    private final RequestClasses requests;

    private OutcomeHints(OutcomeTable table, SiteSnapshot site, Instant now, List<Diagnostic> found) {
        this.table = table;
        this.site = site;
        this.now = now;
        this.found = found;
        this.rows = table.parts();
        this.requests = new RequestClasses(site, rows, 1, now);
        findPeople();
        findPasses();
    }

    static void find(OutcomeTable table, SiteSnapshot site, Instant now, List<Diagnostic> found) {
        OutcomeHints rows = new OutcomeHints(table, site, now, found);
        if (table.kind() == OutcomeKind.GUEST_LIMITS) {
            rows.guestLimits();
        } else {
            OutcomeTopics.shapes(table).forEach(rows::look);
        }
        rows.hints.report(rows);
    }

    /** Of what no row is about at all nothing is said. */
    private void look(OutcomeTopics.Shape shape) {
        Map<BitSet, Set<String>> topics = new LinkedHashMap<>();
        for (Set<String> topic : shape.topics()) {
            BitSet about = new BitSet();
            for (int row = 0; row < rows.size(); row++) {
                Set<String> asked = table.rows().get(row).topics();
                boolean possible = (shape.hasPerson() || rows.get(row).holders().isEverybody())
                        && (shape.hasDevice() || rows.get(row).doors().isEvery());
                about.set(row, possible && (asked.isEmpty() || asked.stream().anyMatch(topic::contains)));
            }
            topics.putIfAbsent(about, topic);
        }
        Map<BitSet, Optional<AccessFacts>> who = optional(people, shape.hasPerson(), Policy::holders);
        Map<BitSet, Optional<Door>> where = optional(requests.doors(), shape.hasDevice(), Policy::doors);
        Map<BitSet, Moment> moments = requests.moments();
        hints.look(
                List.of(spoken(topics.keySet()), spoken(who.keySet()), spoken(where.keySet()), moments.keySet()),
                of -> told(
                        OutcomeTopics.word(Objects.requireNonNull(topics.get(of.get(0)))),
                        Objects.requireNonNull(who.get(of.get(1))).orElse(null),
                        Objects.requireNonNull(where.get(of.get(2))).orElse(null),
                        Objects.requireNonNull(moments.get(of.get(3)))));
    }

    private static List<BitSet> spoken(Collection<BitSet> classes) {
        return classes.stream().filter(fitting -> !fitting.isEmpty()).toList();
    }

    /** Those that there are, or nobody and nowhere, which rows fit alone that do not ask. */
    private <T> Map<BitSet, Optional<T>> optional(Map<BitSet, T> classes, boolean has, Function<Policy, Object> part) {
        Map<BitSet, Optional<T>> optional = new LinkedHashMap<>();
        if (has) {
            classes.forEach((fitting, one) -> optional.put(fitting, Optional.of(one)));
        } else {
            optional.put(
                    fitting(row -> part.apply(row).equals(PolicyHolders.EVERYBODY)
                            || part.apply(row).equals(PolicyDoors.EVERY)),
                    Optional.empty());
        }
        return optional;
    }

    private OutcomeExample told(String topic, @Nullable AccessFacts person, @Nullable Door door, Moment moment) {
        OutcomeExample about = about(topic, null, null, person);
        return new OutcomeExample(
                about.topic(),
                null,
                null,
                about.profile(),
                about.groups(),
                about.marker(),
                about.family(),
                door == null ? null : door.device().id(),
                moment.local(),
                moment.clock().holiday(),
                moment.clock().holidayBefore(),
                RequestClasses.open(moment));
    }

    private OutcomeExample about(
            @Nullable String topic,
            @Nullable HolderKind kind,
            @Nullable IdentifierType type,
            @Nullable AccessFacts person) {
        HolderFact holder = person == null ? null : person.holder();
        return new OutcomeExample(
                topic,
                kind,
                type,
                holder == null || holder.profile().isEmpty() ? null : holder.profile(),
                holder == null ? List.of() : requests.lowest(holder),
                holder == null ? null : holder.marker(),
                holder == null ? null : Boolean.TRUE.equals(holder.family()) ? FamilyRole.MEMBER : FamilyRole.MAIN,
                null,
                null,
                false,
                null,
                null);
    }

    /** A pass of which nothing is said is a gap where something is said of its host. */
    private void guestLimits() {
        Map<BitSet, AccessFacts> hosts = RowHints.projected(people, 0, rows.size(), false);
        hints.look(List.of(hosts.keySet(), passes.keySet()), of -> {
            AccessFacts pass = Objects.requireNonNull(passes.get(of.get(1)));
            HolderKind kind = HolderKind.of(Objects.requireNonNull(pass.identifier()));
            return about(null, kind, pass.type(), hosts.get(of.get(0)));
        });
    }

    /** Those who are there, and such as there could be: with each profile and marker that a row names, in each sort of group. */
    private void findPeople() {
        for (User user : site.users()) {
            AccessFacts facts = site.about(user.id(), null, IdentifierType.QR, null, now);
            people.putIfAbsent(fitting(row -> ofPerson(row).fit(facts)), facts);
        }
        AccessFacts nobody = site.about(null, null, IdentifierType.QR, null, now);
        IdentifierFact any = new IdentifierFact("", null, null, null, 0, false, false, null);
        List<List<String>> sorts = requests.groups();
        for (String profile : orNone(row -> row.holders().profiles())) {
            for (List<String> groups : sorts) {
                for (String marker : orNone(row -> row.holders().markers())) {
                    for (boolean family : new boolean[] {false, true}) {
                        HolderFact holder = site.somebody(profile, groups, family, marker.isEmpty() ? null : marker);
                        AccessFacts facts = nobody.with(any, holder, List.of());
                        people.putIfAbsent(fitting(row -> ofPerson(row).fit(facts)), facts);
                    }
                }
            }
        }
    }

    private void findPasses() {
        AccessFacts nobody = site.about(null, null, IdentifierType.QR, null, now);
        HolderFact anybody = site.somebody("", List.of(), false, null);
        for (GuestKind kind : GuestKind.values()) {
            for (IdentifierType type : IdentifierType.values()) {
                if (GuestPassDraft.TYPES.contains(type)) {
                    IdentifierFact pass = new IdentifierFact("", null, null, null, 0, false, false, kind);
                    AccessFacts facts = site.about(null, null, type, null, now).with(pass, anybody, nobody.grants());
                    passes.putIfAbsent(fitting(row -> ofPass(row).fit(facts)), facts);
                }
            }
        }
    }

    /** What a row asks of whoever it is about, and nothing of what they give away. */
    private static PolicyHolders ofPerson(Policy row) {
        return row.holders().ofPeople();
    }

    private static PolicyHolders ofPass(Policy row) {
        return new PolicyHolders(
                row.holders().kinds(), Set.of(), List.of(), row.holders().identifiers());
    }

    private BitSet fitting(Predicate<Policy> fits) {
        BitSet fitting = new BitSet(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            fitting.set(i, fits.test(rows.get(i)));
        }
        return fitting;
    }

    private Set<String> orNone(Function<Policy, Collection<String>> names) {
        Set<String> named = new LinkedHashSet<>(Set.of(""));
        rows.forEach(row -> named.addAll(names.apply(row)));
        return named;
    }

    @Override
    public int count() {
        return rows.size();
    }

    @Override
    public @Nullable Kind dead(int row) {
        if (hints.isFitted(row)) {
            return null;
        }
        boolean anywhere = rows.get(row).doors().isEvery()
                || requests.doors().keySet().stream().anyMatch(fitting -> fitting.get(row));
        boolean anytime = requests.moments().keySet().stream().anyMatch(fitting -> fitting.get(row));
        return !anywhere ? Kind.FITS_NO_DOOR : !anytime ? Kind.NEVER_HOLDS : Kind.FITS_NOBODY;
    }

    @Override
    public boolean isAlike(int upper, int lower) {
        return table.rows().get(upper).outcome().equals(table.rows().get(lower).outcome());
    }

    /** An exception above its rule is what such a table is for. */
    @Override
    public boolean isOverlap(int upper, int lower, boolean counts) {
        return counts && !isException(upper, lower);
    }

    private boolean isException(int upper, int lower) {
        Set<String> general = table.rows().get(lower).topics();
        Set<String> special = table.rows().get(upper).topics();
        boolean about = general.isEmpty() || !special.isEmpty() && general.containsAll(special);
        boolean every = rows.get(lower).doors().isEvery() || isCovered(requests.doors(), upper, lower);
        boolean all = rows.get(lower).holders().isEverybody()
                || isCovered(people, upper, lower) && isCovered(passes, upper, lower);
        return about && all && every && isCovered(requests.moments(), upper, lower);
    }

    private static boolean isCovered(Map<BitSet, ?> classes, int row, int by) {
        return classes.keySet().stream().allMatch(fitting -> !fitting.get(row) || fitting.get(by));
    }

    @Override
    public void tell(Kind kind, List<Integer> told, @Nullable OutcomeExample example) {
        List<String> ids = new ArrayList<>();
        told.forEach(row -> ids.add(table.rows().get(row).id()));
        found.add(new Diagnostic(
                kind, table.id(), ids, told.stream().map(row -> row + 1).toList(), null, example));
    }
}
