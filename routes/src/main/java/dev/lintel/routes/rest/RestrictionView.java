package dev.lintel.routes.rest;

import dev.lintel.domain.access.AccessImpact.Impact;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.restriction.LockChoice;
import dev.lintel.domain.restriction.RestrictionDraft;
import dev.lintel.domain.restriction.RestrictionHolder;
import dev.lintel.domain.restriction.RestrictionLine;
import dev.lintel.domain.restriction.RestrictionRow;
import dev.lintel.domain.restriction.StoredRestriction;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An access restriction as the API shows one. */
record RestrictionView(
        String id,
        String name,
        String description,

        @Schema(description = "Whether guest identifiers may use it.")
        boolean guestUsable,

        List<Line> lines,

        @Schema(description = "Ids; none means always, several mean any of them.")
        List<String> schedules,

        List<Holder> to,
        Instant created,

        @Schema(description = "Send it back with a change, so that nobody's change is lost.")
        long version) {
    /** One door. */
    record Line(
            @Schema(description = "Id of the device.") @Nullable
            String device,

            @Schema(description = "One direction; null is every one.") @Nullable
            String accessPoint,

            @Schema(allowableValues = {"first", "second", "all"}) @Nullable
            String lock) {
        static Line of(RestrictionLine line) {
            return new Line(line.device(), line.accessPoint(), WireName.of(line.lock()));
        }

        RestrictionLine line() {
            LockChoice choice = Words.choice("lines.lock", LockChoice.class, lock);
            return new RestrictionLine(
                    Words.required("lines.device", device), accessPoint, choice == null ? LockChoice.ALL : choice);
        }
    }

    /** Whom it is granted to: exactly one of the fields is filled. */
    record Holder(
            @Schema(description = "Id: with everything below it.") @Nullable
            String group,

            @Schema(description = "Id of a user.") @Nullable String user,

            @Nullable String identifier) {
        static Holder of(GrantTarget to) {
            return switch (to) {
                case GrantTarget.ToGroup group -> new Holder(group.id(), null, null);
                case GrantTarget.ToUser user -> new Holder(null, user.id(), null);
                case GrantTarget.ToIdentifier identifier -> new Holder(null, null, identifier.id());
            };
        }

        GrantTarget target() {
            if (Stream.of(group, user, identifier).filter(Objects::nonNull).count() != 1) {
                throw new RefusedException("to", "must name exactly one of group, user and identifier");
            }
            if (group != null) {
                return new GrantTarget.ToGroup(group);
            }
            return user != null
                    ? new GrantTarget.ToUser(user)
                    : new GrantTarget.ToIdentifier(Objects.requireNonNull(identifier));
        }
    }

    static RestrictionView of(StoredRestriction stored) {
        AccessRestriction restriction = stored.restriction();
        return new RestrictionView(
                stored.id(),
                restriction.name(),
                stored.description(),
                restriction.guestUsable(),
                restriction.lines().stream().map(Line::of).toList(),
                restriction.schedules(),
                stored.to().stream().map(Holder::of).toList(),
                stored.created(),
                stored.version());
    }

    /** What one is to be. */
    record Wanted(
            @Schema(example = "Front door") @Nullable String name,
            @Nullable String description,
            @Nullable Boolean guestUsable,
            @Nullable List<Line> lines,
            @Nullable List<String> schedules,
            @Nullable List<Holder> to,

            @Schema(description = "Of the restriction as last read; needed for a change.") @Nullable
            Long version) {
        RestrictionDraft draft() {
            return new RestrictionDraft(
                    Objects.requireNonNullElse(name, ""),
                    Objects.requireNonNullElse(description, ""),
                    Boolean.TRUE.equals(guestUsable),
                    all(lines).map(Line::line).toList(),
                    all(schedules).toList(),
                    all(to).map(Holder::target).toList());
        }

        long editedVersion() {
            if (version == null) {
                throw new RefusedException("version", "is missing");
            }
            return version;
        }

        private static <T> Stream<T> all(@Nullable List<T> given) {
            return given == null ? Stream.empty() : given.stream();
        }
    }

    /** One in a list. */
    record Row(
            String id,
            String name,
            String description,
            boolean guestUsable,
            int doors,

            @Schema(description = "Names; none means always.")
            List<String> schedules,

            int groups,
            int people,
            int identifiers) {
        static Row of(RestrictionRow row) {
            return new Row(
                    row.id(),
                    row.name(),
                    row.description(),
                    row.guestUsable(),
                    row.doors(),
                    row.schedules(),
                    row.groups(),
                    row.people(),
                    row.identifiers());
        }
    }

    /** Somebody who gets in by one. */
    record Reached(
            @Schema(description = "Id of the user.") String user,
            String name,
            boolean suspended,

            @Schema(allowableValues = {"group", "user", "identifier"})
            String via,

            @Schema(description = "Id of the group that it is granted to.") @Nullable
            String group,

            @Schema(description = "Names of the groups from that one down to the user's.")
            String path,

            @Nullable String identifier) {
        static Reached of(RestrictionHolder holder) {
            return new Reached(
                    holder.person(),
                    holder.name(),
                    holder.suspended(),
                    WireName.of(holder.via()),
                    holder.group(),
                    holder.path(),
                    holder.identifier());
        }
    }

    /** The difference that a change would make. */
    record Difference(
            @Schema(description = "How many people would gain something.")
            int gaining,

            @Schema(description = "How many people would lose something.")
            int losing,

            int guestsGaining,

            @Schema(description = "How many guest identifiers would lose something, also because their owner does.")
            int guestsLosing,

            int doorsGained,
            int doorsLost,

            @Schema(description = "Those of them whom the asker may see, losers first, at most 200.")
            List<Somebody> people) {
        /** Somebody for whom it makes a difference. */
        record Somebody(
                @Schema(description = "Id of the user.") String user,
                String name,

                @Schema(description = "Names of devices.") List<String> gains,
                List<String> loses) {}

        static Difference of(Impact impact) {
            return new Difference(
                    impact.gaining(),
                    impact.losing(),
                    impact.guestsGaining(),
                    impact.guestsLosing(),
                    impact.doorsGained(),
                    impact.doorsLost(),
                    impact.named().stream()
                            .map(one -> new Somebody(one.person(), one.name(), one.gains(), one.loses()))
                            .toList());
        }
    }
}
