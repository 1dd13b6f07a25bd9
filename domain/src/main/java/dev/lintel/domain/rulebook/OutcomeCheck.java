package dev.lintel.domain.rulebook;

import dev.lintel.domain.guestpass.GuestLimits;
import dev.lintel.domain.guestpass.GuestPassDraft;
import dev.lintel.domain.rulebook.OutcomeKind.Part;
import dev.lintel.domain.rulebook.RulebookRefusedException.Reason;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with tables about something else than doors. */
final class OutcomeCheck {
    static final Set<HolderKind> VISITORS = Set.of(HolderKind.GUEST, HolderKind.COURIER);

    private final PolicyCheck check;
    private final Set<OutcomeKind> seen = EnumSet.noneOf(OutcomeKind.class);

    OutcomeCheck(PolicyCheck check) {
        this.check = check;
    }

    void tables(List<OutcomeTable> tables) {
        for (int i = 0; i < tables.size(); i++) {
            table("outcomeTables[" + i + "].", tables.get(i));
        }
    }

    private void table(String at, OutcomeTable table) {
        check.id(at, table.id());
        check.name(at, table.name());
        if (!seen.add(table.kind())) {
            check.wrong(at + "kind", Reason.ONE_OF_A_KIND, "");
        }
        if (table.rows().isEmpty()) {
            check.wrong(at + "rows", Reason.EMPTY, "");
        }
        if (table.rows().size() > PolicyTable.MOST_ROWS) {
            check.wrong(at + "rows", Reason.TOO_MANY, Integer.toString(PolicyTable.MOST_ROWS));
            return;
        }
        for (int i = 0; i < table.rows().size(); i++) {
            row(at + "rows[" + i + "].", table.kind(), table.rows().get(i));
        }
    }

    private void row(String at, OutcomeKind kind, OutcomeRow row) {
        check.id(at, row.id());
        check.parts(at, row.holders(), row.doors(), row.times());
        notAsked(at + "holders", kind.asks(Part.WHO) || row.holders().isEverybody());
        notAsked(at + "doors", kind.asks(Part.WHERE) || row.doors().isEvery());
        notAsked(at + "times", kind.asks(Part.WHEN) || row.times().isAlways());
        topics(at + "topics", kind, row.topics());
        outcome(at + "outcome.", kind, row.outcome());
        notAsked(at + "holders.olderThan", row.holders().olderThan() == null);
        notAsked(at + "holders.unusedFor", row.holders().unusedFor() == null);
        notAsked(at + "doors.accessPoint", row.doors().accessPoint() == null);
        notAsked(at + "times.state", row.times().state().equals(PolicyState.ANY));
        boolean passes = kind == OutcomeKind.GUEST_LIMITS;
        notAsked(
                at + "holders.kinds",
                (passes ? VISITORS : Set.of()).containsAll(row.holders().kinds()));
        notAsked(
                at + "holders.identifiers",
                (passes ? GuestPassDraft.TYPES : Set.of())
                        .containsAll(row.holders().identifiers()));
    }

    private void topics(String field, OutcomeKind kind, Set<String> topics) {
        notAsked(field, topics.isEmpty() || kind.asks(Part.WHAT));
        if (topics.size() > PolicyCheck.MOST_NAMED) {
            check.wrong(field, Reason.TOO_MANY, Integer.toString(PolicyCheck.MOST_NAMED));
        }
        if (kind.asks(Part.WHAT)) {
            topics.stream()
                    .filter(topic -> !OutcomeTopics.isKnown(kind, topic))
                    .findFirst()
                    .ifPresent(topic -> check.wrong(field, Reason.UNKNOWN, topic));
        }
    }

    void outcome(String at, OutcomeKind kind, Outcome said) {
        boolean limits = kind == OutcomeKind.GUEST_LIMITS;
        boolean event = kind == OutcomeKind.EVENT_PRIORITY;
        notAsked(at + "days", limits || said.days() == null);
        notAsked(at + "passes", limits || said.passes() == null);
        notAsked(at + "atOnce", limits || said.atOnce() == null);
        notAsked(at + "importance", kind == OutcomeKind.NOTIFICATION_IMPORTANCE || said.importance() == null);
        notAsked(at + "priority", event || said.priority() == null);
        notAsked(at + "category", event || said.category() == null);
        range(at + "days", said.days(), 1, GuestLimits.MOST_DAYS);
        range(at + "passes", said.passes(), 1, GuestLimits.MOST_PASSES);
        range(at + "atOnce", said.atOnce(), 0, GuestLimits.MOST_AT_ONCE);
    }

    private void notAsked(String field, boolean fine) {
        if (!fine) {
            check.wrong(field, Reason.NOT_ASKED_HERE, "");
        }
    }

    private void range(String field, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            check.wrong(field, Reason.BEYOND_RANGE, least + " to " + most);
        }
    }
}
