package dev.lintel.ui.guest;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.guestpass.GuestPassDraft;
import dev.lintel.domain.guestpass.GuestPassRefusedException;
import dev.lintel.domain.guestpass.GuestPasses;
import dev.lintel.domain.guestpass.Hosts;
import dev.lintel.domain.guestpass.Hosts.Host;
import dev.lintel.domain.guestpass.OpenToGuests;
import dev.lintel.domain.identifier.IdentifierRefusedException;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Membership;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.i18n.Messages;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Asks for all that a guest pass consists of; as it stands it is the usual one, so that one press makes it. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class GuestForm extends Div {
    private static final long serialVersionUID = 1L;

    private final transient GuestPasses passes;
    private final transient Hosts hosts;
    private final Messages messages;
    private final transient InstantSource clock;
    private final transient Actor actor;
    private final Div rest = new Div();
    private transient Consumer<GuestPass> made = pass -> {};
    private transient @Nullable Project project;
    private transient @Nullable GuestFields fields;

    GuestForm(GuestPasses passes, Hosts hosts, Messages messages, InstantSource clock, CurrentActor current) {
        this.passes = passes;
        this.hosts = hosts;
        this.messages = messages;
        this.clock = clock;
        this.actor = current.get();
        addClassName("guest-form");
        rest.addClassName("guest-form");
    }

    /** @param after called with the pass when it is made */
    void show(Project where, Consumer<GuestPass> after) {
        project = where;
        made = after;
        removeAll();
        Membership home = actor.membership();
        if (hosts.others(actor, where.id())) {
            add(new Section(hostChoice(where)));
        }
        add(rest);
        rest.removeAll();
        if (home != null && home.project() == where.id()) {
            ask(where, home.person());
        }
    }

    /** Whoever may choose begins with themselves, and finds others by their names. */
    private ComboBox<Host> hostChoice(Project where) {
        ComboBox<Host> choice = new ComboBox<>(getTranslation("guest.host"));
        choice.setPlaceholder(getTranslation("guest.hostHint"));
        choice.setHelperText(getTranslation("guest.hostHelp"));
        choice.setItemLabelGenerator(Host::name);
        choice.setItems(query ->
                hosts
                        .find(actor, where.id(), query.getFilter().orElse(""), query.getOffset(), query.getLimit())
                        .stream());
        Membership home = actor.membership();
        if (home != null && home.project() == where.id()) {
            hosts.get(actor, where.id(), home.person()).ifPresent(choice::setValue);
        }
        choice.addValueChangeListener(change -> {
            rest.removeAll();
            if (change.getValue() != null) {
                ask(where, change.getValue().id());
            }
        });
        return choice;
    }

    private void ask(Project where, String host) {
        List<OpenToGuests> given = hosts.restrictions(actor, where.id(), host);
        if (given.isEmpty()) {
            rest.add(new EmptyState(getTranslation("guest.nothingTitle"), getTranslation("guest.nothingText")));
            return;
        }
        GuestFields fresh = new GuestFields(
                host,
                where.timeZone(),
                given,
                (kind, type) -> hosts.limits(actor, where.id(), host, kind, type),
                messages,
                clock.instant());
        fields = fresh;
        fresh.sections().forEach(rest::add);
        Button make = new Button(getTranslation("guest.make"), click -> make());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div buttons = new Div(make);
        buttons.addClassName("form-buttons");
        rest.add(fresh.refusals(), buttons);
    }

    private void make() {
        GuestFields typed = Objects.requireNonNull(fields);
        long where = Objects.requireNonNull(project).id();
        typed.refusals().clear();
        try {
            GuestPassDraft draft = typed.draft(clock.instant());
            made.accept(passes.create(actor, where, draft));
        } catch (GuestPassRefusedException | IdentifierRefusedException refused) {
            typed.refusals().refuse(refused.problems());
        }
    }
}
