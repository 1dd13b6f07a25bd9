package dev.lintel.ui.access;

import com.ibm.icu.text.ListFormatter;
import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.GrantFact;
import dev.lintel.domain.access.AccessFacts.HolderFact;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.access.AppliedPolicy;
import dev.lintel.domain.access.OwnerType;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parts of which sentences about one decision are made. Says nothing but names: no value, no id, no code. */
final class Phrases {
    private static final int MOST_NAMED = 3;

    private final Messages messages;
    private final Locale locale;
    private final Names names;
    private final AccessFacts facts;

    Phrases(Messages messages, Locale locale, Names names, AccessFacts facts) {
        this.messages = messages;
        this.locale = locale;
        this.names = names;
        this.facts = facts;
    }

    /** What every sentence may mention, to which the given arguments are added. */
    Map<String, Object> arguments(Map<String, ?> more) {
        Map<String, Object> arguments = new HashMap<>(person());
        arguments.put("credential", say("phrase.credential", person()));
        arguments.put("door", door());
        arguments.put("site", site());
        arguments.putAll(more);
        return arguments;
    }

    String say(String key, Map<String, ?> arguments) {
        return messages.say(locale, key, arguments);
    }

    String when(Instant instant) {
        return new Moments(messages, locale, names.zone()).when(instant, facts.at());
    }

    /** "“Residents” and “Guards”"; beyond three only how many more. */
    String restrictions(Collection<GrantFact> grants) {
        return list(
                grants.stream().map(GrantFact::restriction).toList(),
                names::restriction,
                "phrase.restrictionGone",
                ListFormatter.Type.AND);
    }

    /** "“Mornings” or “Evenings”". */
    String schedules(Collection<String> schedules) {
        return list(schedules, names::schedule, "phrase.scheduleGone", ListFormatter.Type.OR);
    }

    /** "“Couriers at night” and “Quiet hours”"; a policy is called what it was called then. */
    String policies(Collection<AppliedPolicy> policies) {
        return list(
                policies.stream().map(AppliedPolicy::name).toList(),
                name -> name,
                "phrase.restrictionGone",
                ListFormatter.Type.AND);
    }

    String quoted(String name) {
        return say("phrase.quoted", Map.of("name", name));
    }

    private String list(
            Collection<String> ids, Function<String, @Nullable String> name, String gone, ListFormatter.Type type) {
        List<String> distinct = ids.stream().distinct().toList();
        List<String> named = new java.util.ArrayList<>(distinct.stream()
                .limit(MOST_NAMED)
                .map(name)
                .map(found -> found == null ? say(gone, Map.of()) : quoted(found))
                .distinct()
                .toList());
        if (distinct.size() > MOST_NAMED) {
            named.add(say("phrase.more", Map.of("count", distinct.size() - MOST_NAMED)));
        }
        return ListFormatter.getInstance(locale, type, ListFormatter.Width.WIDE).format(named);
    }

    private Map<String, Object> person() {
        String owner = owner();
        return Map.of(
                "type", facts.type().name(),
                "thing", say("phrase.thing", Map.of("type", facts.type().name())),
                "holder", holder().name(),
                "named", owner == null ? "no" : "yes",
                "owner", Objects.requireNonNullElse(owner, ""));
    }

    private OwnerType holder() {
        IdentifierFact identifier = facts.identifier();
        return OwnerType.of(identifier == null ? null : identifier.guest());
    }

    private @Nullable String owner() {
        HolderFact holder = facts.holder();
        return holder == null ? null : names.user(holder.id());
    }

    private String door() {
        AccessFacts.DeviceFact device = facts.device();
        String name = device == null ? null : names.door(device.id());
        return name == null ? say("phrase.thisDoor", Map.of()) : quoted(name);
    }

    private String site() {
        String site = names.site();
        return site == null ? say("phrase.here", Map.of()) : say("phrase.at", Map.of("name", site));
    }
}
