package dev.lintel.ui.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import dev.lintel.domain.audit.LogRetention;
import dev.lintel.domain.audit.Retention;
import dev.lintel.domain.audit.Retention.Unit;
import dev.lintel.domain.audit.seal.Fault;
import dev.lintel.domain.audit.seal.Removed;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.Projects;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long the ACS log of each project is kept, and of what no project has; and what of it is gone. */
@Route(value = AcsLogView.PATH + "/retention", layout = MainLayout.class)
@PermitAll
public class RetentionView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final Retention USUAL = new Retention(6, Unit.MONTHS);

    private final transient LogRetention retention;
    private final transient Actor actor;
    private final transient Moments moments;

    /** How it is said. */
    private enum Kept {
        FOR_EVER,
        DAYS,
        MONTHS
    }

    /** @param project null for the log that no project has */
    private record Log(@Nullable Long project, boolean mayBeChanged) {}

    RetentionView(LogRetention retention, Projects projects, Messages messages, CurrentActor current) {
        this.retention = retention;
        this.actor = current.get();
        this.moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
        actor.requireReach(Permission.SETTINGS_VIEW);
        addClassNames("form-view", "retention");
        RouterLink back = new RouterLink(getTranslation("acsLog.title"), AcsLogView.class);
        back.addClassName("button-link");
        add(new ViewHeader(getTranslation("retention.title"), back), new Paragraph(getTranslation("retention.about")));
        for (Project project : projects.list(actor)) {
            boolean may = actor.may(Permission.SETTINGS_EDIT);
            Log log = new Log(project.id(), may);
            retention.of(actor, project.id()).ifPresent(state -> add(section(log, state, new H2(project.name()))));
        }
        if (LogRetention.maySeeOfNone(actor)) {
            Log log = new Log(null, LogRetention.maySayOfNone(actor));
            H2 heading = new H2(getTranslation("retention.none"));
            Paragraph about = new Paragraph(getTranslation("retention.noneAbout"));
            retention.of(actor, null).ifPresent(state -> add(section(log, state, heading, about)));
        }
    }

    private Section section(Log log, LogRetention.State state, Component... beginning) {
        Select<Kept> kept = new Select<>();
        kept.setLabel(getTranslation("retention.keep"));
        kept.setItems(Kept.values());
        kept.setItemLabelGenerator(choice -> getTranslation(
                switch (choice) {
                    case FOR_EVER -> "retention.forEver";
                    case DAYS -> "retention.days";
                    case MONTHS -> "retention.months";
                }));
        IntegerField amount = new IntegerField(getTranslation("retention.amount"));
        amount.setStepButtonsVisible(true);
        amount.setMin(1);
        amount.setValueChangeMode(ValueChangeMode.LAZY);
        Retention now = state.retention();
        amount.setValue(now == null ? USUAL.amount() : now.amount());
        Div fields = new Div(kept, amount);
        fields.addClassName("retention-fields");
        Paragraph reach = new Paragraph();
        reach.addClassName("warning");
        reach.getElement().setAttribute("aria-live", "polite");
        Section section = new Section(beginning);
        section.add(fields, reach);
        Runnable preview = () -> preview(log, kept.getValue(), amount, reach);
        kept.addValueChangeListener(change -> preview.run());
        amount.addValueChangeListener(change -> preview.run());
        kept.setValue(now == null ? Kept.FOR_EVER : Kept.valueOf(now.unit().name()));
        Div gone = new Div();
        tell(gone, state);
        if (log.mayBeChanged()) {
            Button save = new Button(getTranslation("action.save"), click -> save(log, kept.getValue(), amount, gone));
            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            section.add(save);
        } else {
            kept.setReadOnly(true);
            amount.setReadOnly(true);
        }
        section.add(gone);
        return section;
    }

    /** What would go is said before anything is stored. */
    private void preview(Log log, Kept kept, IntegerField amount, Paragraph reach) {
        amount.setVisible(kept != Kept.FOR_EVER);
        amount.setInvalid(false);
        amount.setMax(
                kept == Kept.FOR_EVER
                        ? Integer.MAX_VALUE
                        : Unit.valueOf(kept.name()).most());
        long older = read(kept, amount)
                .flatMap(wanted -> retention.older(actor, log.project(), wanted))
                .orElse(0L);
        reach.setText(getTranslation("retention.older", older));
        reach.setVisible(older > 0);
    }

    /** Empty when it is for ever, or no number that can be. */
    private static Optional<Retention> read(Kept kept, IntegerField amount) {
        Integer number = amount.getValue();
        if (kept == Kept.FOR_EVER || number == null) {
            return Optional.empty();
        }
        Unit unit = Unit.valueOf(kept.name());
        return number < 1 || number > unit.most() ? Optional.empty() : Optional.of(new Retention(number, unit));
    }

    private void save(Log log, Kept kept, IntegerField amount, Div gone) {
        Optional<Retention> wanted = read(kept, amount);
        if (kept != Kept.FOR_EVER && wanted.isEmpty()) {
            amount.setErrorMessage(
                    getTranslation("retention.wrong", Unit.valueOf(kept.name()).most()));
            amount.setInvalid(true);
            amount.focus();
            return;
        }
        retention.change(actor, log.project(), wanted.orElse(null)).ifPresent(state -> {
            tell(gone, state);
            Notification.show(getTranslation("settings.saved"));
        });
    }

    private void tell(Div gone, LogRetention.State state) {
        gone.removeAll();
        Removed removed = state.removed();
        if (removed != null) {
            gone.add(new Paragraph(getTranslation(
                    "retention.removed",
                    removed.entries(),
                    moments.exact(removed.olderThan()),
                    moments.exact(removed.at()))));
        }
        Fault.Kind fault = state.fault();
        if (fault != null) {
            Paragraph broken = new Paragraph(
                    getTranslation("retention.fault", state.faultNumber(), getTranslation(Messages.keyOf(fault))));
            broken.addClassName("problem");
            gone.add(broken);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("retention.title") + " · Lintel";
    }
}
