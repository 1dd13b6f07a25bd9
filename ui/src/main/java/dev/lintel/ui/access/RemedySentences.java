package dev.lintel.ui.access;

import com.ibm.icu.text.ListFormatter;
import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.GrantFact;
import dev.lintel.domain.access.AccessFacts.ScheduleFact;
import dev.lintel.domain.access.Remedy;
import dev.lintel.ui.i18n.Messages;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what would have opened a door that was refused. */
final class RemedySentences {
    private final AccessFacts facts;
    private final Phrases phrases;
    private final Locale locale;

    RemedySentences(AccessFacts facts, Names names, Messages messages, Locale locale) {
        this.facts = facts;
        this.phrases = new Phrases(messages, locale, names, facts);
        this.locale = locale;
    }

    String sentence(List<Remedy> together) {
        ListFormatter and = ListFormatter.getInstance(locale, ListFormatter.Type.AND, ListFormatter.Width.WIDE);
        String conditions = and.format(together.stream().map(this::condition).toList());
        return phrases.say("remedy.sentence", Map.of("conditions", conditions));
    }

    private String condition(Remedy remedy) {
        List<GrantFact> grants = facts.grants().stream()
                .filter(grant -> grant.restriction().equals(remedy.restriction()))
                .toList();
        Instant opens = opens(grants);
        Integer lock = facts.lock();
        return phrases.say(
                "remedy." + remedy.kind().name(),
                phrases.arguments(Map.of(
                        "restriction", grants.isEmpty() ? "" : phrases.restrictions(grants),
                        "again", opens == null ? "no" : "yes",
                        "when", opens == null ? "" : phrases.when(opens),
                        "point", facts.accessPoint() == null ? "none" : phrases.quoted(facts.accessPoint()),
                        "lock", lock == null ? "any" : lock < 1 ? "all" : lock.toString())));
    }

    /** When the first closed schedule of these opens. */
    private static @Nullable Instant opens(List<GrantFact> grants) {
        return grants.stream()
                .flatMap(grant -> grant.schedules().stream())
                .map(ScheduleFact::until)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
