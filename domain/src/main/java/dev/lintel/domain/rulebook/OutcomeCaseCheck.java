package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.guestpass.GuestPassDraft;
import dev.lintel.domain.rulebook.OutcomeKind.Part;
import dev.lintel.domain.rulebook.RulebookRefusedException.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with scenarios of tables about something else than doors. */
final class OutcomeCaseCheck {
    private final PolicyCheck check;
    private final SiteSnapshot site;

    OutcomeCaseCheck(PolicyCheck check, SiteSnapshot site) {
        this.check = check;
        this.site = site;
    }

    /** @param at of the scenario */
    void scenario(String at, Scenario scenario, OutcomeCase asked) {
        notAsked(at + "request", scenario.told() == null && scenario.recorded() == null);
        notAsked(at + "expected", scenario.expected() == null);
        notAsked(at + "by", scenario.by() == null);
        question(at + "question.", asked.about(), asked.question());
        new OutcomeCheck(check).outcome(at + "outcome.", asked.about(), asked.expected());
    }

    private void question(String at, OutcomeKind about, OutcomeExample told) {
        topic(at + "topic", about, told.topic());
        pass(at, about == OutcomeKind.GUEST_LIMITS, told);
        who(at, about.asks(Part.WHO), told);
        where(at + "device", about, told.device());
        when(at, about.asks(Part.WHEN), told);
        check.traits(at, new CaseTraits(told.marker(), false, 0, null, null, told.open()));
    }

    private void topic(String field, OutcomeKind about, @Nullable String topic) {
        if (!about.asks(Part.WHAT)) {
            notAsked(field, topic == null);
        } else if (topic == null) {
            check.wrong(field, Reason.MISSING, "");
        } else if (!OutcomeTopics.canBeAsked(about, topic)) {
            check.wrong(field, Reason.UNKNOWN, topic);
        }
    }

    private void pass(String at, boolean asked, OutcomeExample told) {
        if (!asked) {
            notAsked(at + "kind", told.kind() == null);
            notAsked(at + "identifier", told.identifier() == null);
            return;
        }
        if (told.kind() == null) {
            check.wrong(at + "kind", Reason.MISSING, "");
        } else {
            notAsked(at + "kind", OutcomeCheck.VISITORS.contains(told.kind()));
        }
        if (told.identifier() == null) {
            check.wrong(at + "identifier", Reason.MISSING, "");
        } else {
            notAsked(at + "identifier", GuestPassDraft.TYPES.contains(told.identifier()));
        }
    }

    private void who(String at, boolean asked, OutcomeExample told) {
        notAsked(at + "profile", asked || told.profile() == null);
        notAsked(at + "groups", asked || told.groups().isEmpty());
        notAsked(at + "marker", asked || told.marker() == null);
        boolean alone = told.profile() == null && told.groups().isEmpty() && told.marker() == null;
        notAsked(at + "family", asked || told.family() == null || !alone);
        check.text(at + "profile", told.profile() == null ? "" : told.profile(), Policy.LONGEST_NAME);
        check.named(at + "groups", told.groups(), id -> site.group(id) != null);
    }

    /** An event always is one of a device. */
    private void where(String field, OutcomeKind about, @Nullable String device) {
        notAsked(field, about.asks(Part.WHERE) || device == null);
        if (device != null) {
            check.named(field, List.of(device), id -> site.device(id) != null);
        } else if (about == OutcomeKind.EVENT_PRIORITY) {
            check.wrong(field, Reason.MISSING, "");
        }
    }

    private void when(String at, boolean asked, OutcomeExample told) {
        if (asked && told.at() == null) {
            check.wrong(at + "at", Reason.MISSING, "");
        }
        notAsked(at + "at", asked || told.at() == null);
        notAsked(at + "holiday", asked || !told.holiday());
        notAsked(at + "holidayBefore", asked || told.holidayBefore() == null);
        notAsked(at + "open", asked || told.open() == null);
    }

    private void notAsked(String field, boolean fine) {
        if (!fine) {
            check.wrong(field, Reason.NOT_ASKED_HERE, "");
        }
    }
}
