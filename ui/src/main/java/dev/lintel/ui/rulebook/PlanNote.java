package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.lintel.domain.rulebook.RulebookPlan;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.i18n.Moments;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** That a draft comes into force by itself, or why it did not. */
final class PlanNote extends Div {
    private static final long serialVersionUID = 1L;

    /**
     * @param group what people call the group in which it decides first; null is everywhere
     * @param moments by the clock of the project
     * @param callOff null for those who may not
     */
    PlanNote(RulebookPlan plan, @Nullable String group, Moments moments, Instant now, @Nullable Runnable callOff) {
        boolean failed = plan.failed() != null;
        addClassNames("plan-note", failed ? "failed" : "waits");
        add(new Paragraph(moments.messages()
                .say(
                        moments.locale(),
                        failed ? "rulebook.plan.failed" : "rulebook.plan.waits",
                        Map.of(
                                "number", Integer.toString(plan.number()),
                                "when", moments.when(plan.due(), now),
                                "zone", moments.zone().getId(),
                                "first", group == null ? "no" : "yes",
                                "group", Objects.requireNonNullElse(group, ""),
                                "known", plan.by() == null ? "no" : "yes",
                                "by", Objects.requireNonNullElse(plan.by(), "")))));
        if (failed) {
            UnorderedList reasons = new UnorderedList();
            plan.problems().stream().map(Refusals::reason).distinct().forEach(why -> reasons.add(new ListItem(why)));
            add(reasons);
        }
        if (callOff != null) {
            add(new Button(
                    getTranslation(failed ? "rulebook.plan.dismiss" : "rulebook.plan.callOff"),
                    click -> callOff.run()));
        }
    }
}
