package dev.lintel.ui.notification;

import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.notification.NotificationKind;
import dev.lintel.domain.notification.NotificationRule;
import dev.lintel.ui.i18n.Messages;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something a rule can speak of: a kind of notification, or passes with some reason. */
record RuleTopic(@Nullable NotificationKind kind, @Nullable ReasonCode reason) {
    static List<RuleTopic> all() {
        return Stream.concat(
                        Arrays.stream(NotificationKind.values())
                                .filter(kind -> kind != NotificationKind.PASS)
                                .map(kind -> new RuleTopic(kind, null)),
                        // the device of an entry without one belongs to no project
                        Arrays.stream(ReasonCode.values())
                                .filter(reason -> reason != ReasonCode.DEVICE_UNKNOWN)
                                .map(reason -> new RuleTopic(null, reason)))
                .toList();
    }

    static Set<RuleTopic> of(NotificationRule.Draft draft) {
        Set<RuleTopic> topics = new LinkedHashSet<>(all());
        topics.removeIf(topic -> topic.kind != null && !draft.kinds().contains(topic.kind)
                || topic.reason != null && !draft.reasons().contains(topic.reason));
        return topics;
    }

    static Set<NotificationKind> kinds(Collection<RuleTopic> topics) {
        return topics.stream().flatMap(topic -> Stream.ofNullable(topic.kind)).collect(Collectors.toSet());
    }

    static Set<ReasonCode> reasons(Collection<RuleTopic> topics) {
        return topics.stream().flatMap(topic -> Stream.ofNullable(topic.reason)).collect(Collectors.toSet());
    }

    String name(Messages messages, Locale locale) {
        return reason == null
                ? messages.nameOf(locale, Objects.requireNonNull(kind))
                : messages.getTranslation("rule.pass", locale, messages.nameOf(locale, reason));
    }
}
