package dev.lintel.domain.notification;

import dev.lintel.domain.notification.NotificationRule.Draft;
import dev.lintel.domain.notification.RuleRefusedException.Reason;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.permission.Secrets;
import dev.lintel.domain.wire.WireName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the people of a project want to be told of, and what of it is important. It holds for the project as a whole. */
@Service
public class NotificationRules {
    public static final int LONGEST_NAME = 100;

    /** Each pass is compared with all of them. */
    public static final int MOST_RULES = 50;

    /** People or devices that one rule names. */
    public static final int MOST_NAMED = 200;

    private static final int ID_CHARACTERS = 16;

    private final RuleStore store;
    private final ApplicationEventPublisher events;

    NotificationRules(RuleStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    /** In the order in which they decide. None where there is no such project to see. */
    @Transactional(readOnly = true)
    public List<NotificationRule> list(Actor actor, long project) {
        Reach reach = actor.requireReach(Permission.GROUP_COMPANY_INFO_VIEW);
        return reach.hasProject(project) ? store.of(project) : List.of();
    }

    /** Whether the actor may change the rules of a project. */
    public boolean mayChange(Actor actor, long project) {
        return actor.reach(Permission.GROUP_COMPANY_INFO_EDIT).hasProject(project);
    }

    /** Adds one behind the others.
     *
     * @throws RuleRefusedException with what is wrong
     */
    @Transactional
    public NotificationRule create(Actor actor, long project, Draft wanted) {
        require(actor, project);
        check(project, wanted);
        List<NotificationRule> others = store.of(project);
        if (others.size() >= MOST_RULES) {
            throw new RuleRefusedException(Reason.TOO_MANY_RULES);
        }
        int last = others.isEmpty() ? 0 : others.getLast().position();
        NotificationRule made = new NotificationRule(project, Secrets.readable(ID_CHARACTERS), last + 1, wanted, 0);
        unlessTaken(() -> store.add(made));
        tell(actor, null, made);
        return made;
    }

    /**
     * Changes one.
     *
     * @param version of the rule that the wish was made of; null is whatever it is now
     * @throws RuleRefusedException with what is wrong
     */
    @Transactional
    public NotificationRule change(Actor actor, long project, String id, Draft wanted, @Nullable Long version) {
        require(actor, project);
        NotificationRule before = store.get(project, id).orElseThrow(() -> new RuleRefusedException(Reason.UNKNOWN));
        if (version != null && version != before.version()) {
            throw new RuleRefusedException(Reason.CHANGED);
        }
        check(project, wanted);
        NotificationRule after = new NotificationRule(project, id, before.position(), wanted, before.version() + 1);
        unlessTaken(() -> store.change(after));
        tell(actor, before, after);
        return after;
    }

    /**
     * Puts one in another place among the rules of the project; those between move up or down by one.
     *
     * @param place from 1; beyond the last one is the last
     * @return all rules in their new order
     * @throws RuleRefusedException when there is none
     */
    @Transactional
    public List<NotificationRule> move(Actor actor, long project, String id, int place) {
        require(actor, project);
        List<NotificationRule> rules = new ArrayList<>(store.lock(project));
        NotificationRule moved = rules.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RuleRefusedException(Reason.UNKNOWN));
        int before = rules.indexOf(moved);
        int after = Math.clamp(place, 1, rules.size()) - 1;
        rules.remove(before);
        rules.add(after, moved);
        store.order(project, rules.stream().map(NotificationRule::id).toList());
        if (before != after) {
            events.publishEvent(new RecordChanged(
                    actor,
                    project,
                    "notification-rule",
                    id,
                    moved.name(),
                    Map.of("place", Integer.toString(before + 1)),
                    Map.of("place", Integer.toString(after + 1))));
        }
        return store.of(project);
    }

    /** @throws RuleRefusedException when there is none */
    @Transactional
    public void delete(Actor actor, long project, String id) {
        require(actor, project);
        NotificationRule before = store.get(project, id).orElseThrow(() -> new RuleRefusedException(Reason.UNKNOWN));
        store.delete(project, id);
        tell(actor, before, null);
    }

    private void require(Actor actor, long project) {
        Reach reach = actor.requireReach(Permission.GROUP_COMPANY_INFO_EDIT);
        if (!reach.hasProject(project) || !store.hasProject(project)) {
            throw new RuleRefusedException(Reason.UNKNOWN);
        }
    }

    private void check(long project, Draft wanted) {
        if (wanted.name().isEmpty()) {
            throw new RuleRefusedException(Reason.NAME_MISSING);
        }
        if (wanted.name().length() > LONGEST_NAME) {
            throw new RuleRefusedException(Reason.NAME_TOO_LONG);
        }
        if (wanted.kinds().isEmpty() && wanted.reasons().isEmpty()) {
            throw new RuleRefusedException(Reason.NOTHING_CHOSEN);
        }
        if (wanted.people().size() > MOST_NAMED || wanted.devices().size() > MOST_NAMED) {
            throw new RuleRefusedException(Reason.TOO_MANY);
        }
        if (!store.hasPeople(project, wanted.people())) {
            throw new RuleRefusedException(Reason.PERSON_UNKNOWN);
        }
        if (!store.hasDevices(project, wanted.devices())) {
            throw new RuleRefusedException(Reason.DEVICE_UNKNOWN);
        }
    }

    private static void unlessTaken(Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException taken) {
            throw new RuleRefusedException(Reason.NAME_TAKEN);
        }
    }

    private void tell(Actor actor, @Nullable NotificationRule before, @Nullable NotificationRule after) {
        NotificationRule known = after == null ? Objects.requireNonNull(before) : after;
        events.publishEvent(new RecordChanged(
                actor, known.project(), "notification-rule", known.id(), known.name(), fields(before), fields(after)));
    }

    private Map<String, String> fields(@Nullable NotificationRule rule) {
        if (rule == null) {
            return Map.of();
        }
        Draft draft = rule.draft();
        Map<String, String> fields = new TreeMap<>();
        fields.put("name", draft.name());
        fields.put("enabled", Boolean.toString(draft.enabled()));
        fields.put("important", Boolean.toString(draft.important()));
        fields.put("colour", words(List.of(draft.colour())));
        fields.put("icon", words(List.of(draft.icon())));
        fields.put("kinds", words(draft.kinds()));
        fields.put("reasons", words(draft.reasons()));
        fields.put(
                "onlyFor", store.names(rule.project(), draft).stream().sorted().collect(Collectors.joining(", ")));
        return fields;
    }

    private static String words(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(WireName::of).sorted().collect(Collectors.joining(", "));
    }
}
