package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import dev.lintel.domain.rulebook.Diagnostic;
import dev.lintel.domain.rulebook.Diagnostic.Kind;
import dev.lintel.domain.rulebook.OutcomeExample;
import dev.lintel.domain.rulebook.OutcomeKind;
import dev.lintel.domain.rulebook.OutcomeTable;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.RequestCase;
import dev.lintel.domain.rulebook.RuleSet;
import dev.lintel.ui.i18n.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says what whoever wrote rules may not have meant, each with a request that shows it. */
final class HintWords {
    private final Messages messages;
    private final Locale locale;
    private final CaseSentences cases;
    private final OutcomeSentences outcomes;
    private final @Nullable Consumer<Diagnostic> keep;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, OutcomeKind> outcomeTables = new HashMap<>();

    /** @param keep makes a scenario of an example; null for those who may not */
    HintWords(
            RuleSet rules,
            Messages messages,
            Locale locale,
            CaseSentences cases,
            OutcomeSentences outcomes,
            @Nullable Consumer<Diagnostic> keep) {
        this.messages = messages;
        this.locale = locale;
        this.cases = cases;
        this.outcomes = outcomes;
        this.keep = keep;
        for (OutcomeTable table : rules.outcomes()) {
            outcomeTables.put(table.id(), table.kind());
        }
        for (Policy policy : rules.all()) {
            names.put(policy.id(), policy.name());
        }
    }

    ListItem item(Diagnostic found) {
        Div text = new Div(new Paragraph(sentence(found)));
        ListItem item = new ListItem(text);
        item.addClassName(found.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        String example = example(found);
        if (example != null) {
            Paragraph shown = new Paragraph(say("example", Map.of("request", example)));
            shown.addClassName("at");
            text.add(shown);
            Consumer<Diagnostic> kept = keep;
            if (kept != null) {
                Button button = new Button(text("rulebook.keepExample"), click -> kept.accept(found));
                button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
                item.add(button);
            }
        }
        return item;
    }

    private @Nullable String example(Diagnostic found) {
        RequestCase request = found.example();
        OutcomeExample question = found.question();
        OutcomeKind about = found.table() == null ? null : outcomeTables.get(found.table());
        return request != null
                ? cases.request(request)
                : question == null || about == null ? null : outcomes.question(about, question);
    }

    private String sentence(Diagnostic found) {
        List<Integer> rows = found.rows();
        List<String> of = found.rules().stream()
                .map(id -> messages.say(locale, "phrase.quoted", Map.of("name", names.getOrDefault(id, ""))))
                .toList();
        String one = rows.isEmpty() ? of.isEmpty() ? "" : of.getFirst() : row(rows.getFirst());
        List<String> rest = rows.isEmpty()
                ? of.stream().skip(1).toList()
                : rows.stream().skip(1).map(this::row).toList();
        boolean other = found.table() != null && outcomeTables.containsKey(found.table());
        boolean saidOtherwise = other && (found.kind() == Kind.GAP || found.kind() == Kind.CONTRADICTION);
        return say(
                found.kind().name() + (saidOtherwise ? ".other" : ""),
                Map.of("one", one, "others", String.join(", ", rest), "table", found.table() == null ? "no" : "yes"));
    }

    private String row(int number) {
        return say("row", Map.of("number", Integer.toString(number)));
    }

    private String say(String phrase, Map<String, ?> arguments) {
        return messages.say(locale, "rulebook.hint." + phrase, arguments);
    }

    private String text(String key) {
        return messages.say(locale, key, Map.of());
    }
}
