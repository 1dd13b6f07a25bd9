package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.ui.i18n.Language;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a draft changes, policy by policy: everything that differs, as it is and as it would be. */
final class ChangeWords extends UnorderedList {
    private static final long serialVersionUID = 1L;

    private final transient PolicySentences sentences;

    ChangeWords(List<PolicyChange> changes, PolicySentences sentences) {
        this.sentences = sentences;
        addClassName("rule-changes");
        changes.stream()
                .filter(change -> change.kind() != PolicyChange.Kind.SAME)
                .forEach(change -> add(item(change)));
    }

    private ListItem item(PolicyChange change) {
        Span name = new Span(change.policy().name());
        name.addClassName("policy-name");
        Div head = new Div(new ChangeBadge(change.kind()), name);
        head.addClassName("policy-head");
        ListItem item = new ListItem(head);
        Policy before = change.before();
        if (change.kind() == PolicyChange.Kind.CHANGED && before != null) {
            differences(before, change.policy(), item);
        } else {
            item.add(struck(sentences.whole(change.policy()), change.kind() == PolicyChange.Kind.REMOVED));
            if (change.kind() == PolicyChange.Kind.NEW) {
                told(change.policy(), item);
            }
        }
        return item;
    }

    private void told(Policy policy, ListItem item) {
        if (!policy.reasons().isEmpty()) {
            item.add(new Paragraph(getTranslation("rulebook.changed.reasons", reasons(policy.reasons()))));
        }
        if (policy.priority() > 0) {
            item.add(new Paragraph(getTranslation("rulebook.changed.priority", policy.priority())));
        }
    }

    private void differences(Policy before, Policy after, ListItem item) {
        differ("rulebook.changed.name", before.name(), after.name(), item);
        differ(null, sentences.whole(before), sentences.whole(after), item);
        differ("rulebook.changed.reasons", reasons(before.reasons()), reasons(after.reasons()), item);
        differ(
                "rulebook.changed.priority",
                Integer.toString(before.priority()),
                Integer.toString(after.priority()),
                item);
    }

    /** @param key of a text with the value in it; null for a value that says enough */
    private void differ(@Nullable String key, String before, String after, ListItem item) {
        if (!before.equals(after)) {
            item.add(
                    struck(key == null ? before : getTranslation(key, before), true),
                    struck(key == null ? after : getTranslation(key, after), false));
        }
    }

    private static Component struck(String text, boolean gone) {
        Paragraph paragraph = new Paragraph(text);
        if (gone) {
            paragraph.addClassName("gone");
        }
        return paragraph;
    }

    private String reasons(Map<String, String> reasons) {
        return reasons.isEmpty()
                ? getTranslation("compare.nothing")
                : Stream.of(Language.values())
                        .map(language -> reasons.get(language.locale().getLanguage()))
                        .filter(reason -> reason != null)
                        .collect(Collectors.joining(" / "));
    }
}
