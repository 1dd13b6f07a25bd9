package dev.lintel.domain.access.matrix;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessDecisions.Decided;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.Via;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.listing.Expansion;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.user.User;
import io.vavr.Lazy;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/** Works out what an identifier opens, from the same records and with the same rules as at the doors. */
final class MatrixExpansion implements Expansion<MatrixCell> {
    private final AccessDirectory directory;
    private final AccessDecisionPoint rules;
    private final SqlCondition source;
    private final MatrixMoment moment;
    private final Seen seen;
    private final Map<String, Boolean> reachedGroups = new HashMap<>();

    /**
     * What an actor may see.
     *
     * @param restrictions whether they may know by which restrictions somebody gets in
     */
    record Seen(Reach devices, boolean restrictions) {}

    MatrixExpansion(
            AccessDirectory directory, AccessDecisionPoint rules, SqlCondition source, MatrixMoment moment, Seen seen) {
        this.directory = directory;
        this.rules = rules;
        this.source = source;
        this.moment = moment;
        this.seen = seen;
    }

    @Override
    public SqlCondition source() {
        return source;
    }

    @Override
    public String key(MatrixCell cell) {
        return MatrixPlaces.key(cell.place());
    }

    @Override
    public List<MatrixCell> records(MatrixCell row) {
        SiteSnapshot site = directory.site(row.holder().project());
        User owner = site == null ? null : site.user(row.holder().user());
        if (site == null || owner == null) {
            return List.of();
        }
        String identifier = row.holder().identifier();
        SortedMap<String, List<Via>> usable = site.usable(identifier);
        List<AccessRestriction> restrictions = usable.keySet().stream()
                .map(site::restriction)
                .filter(Objects::nonNull)
                .toList();
        MatrixHolder holder = row.holder().in(site.groupsOf(owner), groupNames(site, owner));
        return new MatrixPlaces(site, device -> isReached(site, device), moment)
                .of(restrictions).stream()
                        .map(reached -> cell(site, holder, reached, usable))
                        .toList();
    }

    private MatrixCell cell(
            SiteSnapshot site, MatrixHolder holder, MatrixPlaces.Reached reached, SortedMap<String, List<Via>> usable) {
        List<MatrixWay> ways = seen.restrictions()
                ? reached.restrictions().stream()
                        .map(restriction -> way(site, restriction, usable.getOrDefault(restriction.id(), List.of())))
                        .sorted(Comparator.comparing(MatrixWay::name).thenComparing(MatrixWay::restriction))
                        .toList()
                : List.of();
        MatrixPlace place = reached.place();
        return new MatrixCell(holder, place, ways, moment, Lazy.of(() -> decide(site, holder.identifier(), place)));
    }

    private Decided decide(SiteSnapshot site, String identifier, MatrixPlace place) {
        AccessFacts facts = site.facts(identifier, place.device(), place.accessPoint(), moment.lock(), moment.at());
        if (facts == null) {
            throw new IllegalStateException("identifier \"" + identifier + "\" was there a moment ago");
        }
        // rows that wait on a page keep no site as it was alive
        return new Decided(facts, rules.decide(facts), null);
    }

    private static MatrixWay way(SiteSnapshot site, AccessRestriction restriction, List<Via> via) {
        return new MatrixWay(
                restriction.id(),
                restriction.name(),
                via.stream()
                        .map(one -> new MatrixWay.Holder(one.kind(), one.id(), name(site, one)))
                        .toList(),
                restriction.schedules().stream()
                        .map(id -> new MatrixWay.Named(id, schedule(site, id)))
                        .toList());
    }

    private static String name(SiteSnapshot site, Via via) {
        return switch (via.kind()) {
            case GROUP -> group(site, via.id());
            case USER -> {
                User user = site.user(via.id());
                yield user == null ? via.id() : user.name();
            }
            case IDENTIFIER -> "";
        };
    }

    private static String group(SiteSnapshot site, String id) {
        ObjectGroup group = site.group(id);
        return group == null ? id : group.name();
    }

    private static String schedule(SiteSnapshot site, String id) {
        Schedule schedule = site.schedule(id);
        return schedule == null ? id : schedule.name();
    }

    private static List<String> groupNames(SiteSnapshot site, User owner) {
        return owner.groups().stream().map(id -> group(site, id)).toList();
    }

    private boolean isReached(SiteSnapshot site, Device device) {
        long project = site.project().id();
        return switch (seen.devices()) {
            case Reach.Part part ->
                reachedGroups.computeIfAbsent(
                        project + "/" + device.group(),
                        key -> part.hasGroup(project, device.group(), site.above(device.group())));
            case Reach other -> other.touches(project);
        };
    }
}
