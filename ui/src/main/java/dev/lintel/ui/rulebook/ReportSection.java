package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import dev.lintel.domain.rulebook.report.ReportRefusedException;
import dev.lintel.ui.component.Refusals;
import java.util.List;

/** A question of the page of reports with its answer. */
final class ReportSection extends Section {
    private static final long serialVersionUID = 1L;

    private final Div answer = new Div();
    private final Refusals refusals = new Refusals();

    /** Answers by {@link #say} and {@link #list}; what is asked may be refused. */
    interface Ask {
        void answer(ReportSection where);
    }

    /** @param fields what is asked by */
    ReportSection(String title, Ask ask, Component... fields) {
        addClassName("rule-report");
        answer.addClassName("rule-report-answer");
        Div question = new Div(fields);
        question.addClassName("rule-report-question");
        question.add(new Button(getTranslation("ruleReport.show"), click -> ask(ask)));
        add(new H2(title), question, refusals, answer);
        ask(ask);
    }

    private void ask(Ask ask) {
        answer.removeAll();
        refusals.clear();
        try {
            ask.answer(this);
        } catch (ReportRefusedException refused) {
            refusals.show(refused.problems());
        }
    }

    void say(String text) {
        answer.add(new Paragraph(text));
    }

    void rules(List<ReportWords.Item> items) {
        answer.add(SaidItem.list(items));
    }

    void list(List<String> items) {
        UnorderedList list = new UnorderedList();
        items.forEach(item -> list.add(new ListItem(item)));
        answer.add(list);
    }
}
