package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import dev.lintel.domain.rulebook.DenialWatch;
import dev.lintel.domain.rulebook.RulebookRefusedException;
import dev.lintel.ui.component.Refusals;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether rules are taken back by themselves when denials rise, and how many are too many. */
final class DenialWatchSetting extends Section {
    private static final long serialVersionUID = 1L;

    private final Checkbox on = new Checkbox(getTranslation("rulebook.watch"));
    private final NumberField factor = new NumberField(getTranslation("rulebook.watch.factor"));
    private final IntegerField least = new IntegerField(getTranslation("rulebook.watch.least"));
    private final Div figures = new Div();
    private final Refusals refusals = new Refusals();
    private final transient RulebookDesk desk;

    DenialWatchSetting(RulebookDesk desk) {
        this.desk = desk;
        addClassName("denial-watch");
        factor.setStep(0.5);
        factor.setStepButtonsVisible(true);
        least.setStepButtonsVisible(true);
        refusals.at("factor", factor);
        refusals.at("least", least);
        show(desk.watch().orElse(null));
        on.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                figures.setVisible(change.getValue());
                if (!change.getValue()) {
                    save(null);
                }
            }
        });
        figures.add(
                factor,
                least,
                new Button(
                        getTranslation("action.save"),
                        click -> save(new DenialWatch(
                                Objects.requireNonNullElse(factor.getValue(), 0.0),
                                Objects.requireNonNullElse(least.getValue(), 0)))));
        Paragraph about = new Paragraph(getTranslation("rulebook.watchText"));
        about.addClassName("about");
        add(on, about, figures, refusals);
    }

    private void show(@Nullable DenialWatch watch) {
        DenialWatch shown = Objects.requireNonNullElse(watch, DenialWatch.SUGGESTED);
        on.setValue(watch != null);
        figures.setVisible(watch != null);
        factor.setValue(shown.factor());
        least.setValue(shown.least());
    }

    private void save(@Nullable DenialWatch watch) {
        try {
            desk.watch(watch);
            refusals.clear();
            Notification.show(getTranslation(watch == null ? "rulebook.watchedNoMore" : "rulebook.watched"));
        } catch (RulebookRefusedException refused) {
            refusals.refuse(refused.problems());
        }
    }
}
