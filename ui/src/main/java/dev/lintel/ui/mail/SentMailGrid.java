package dev.lintel.ui.mail;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.mail.MailDelivery;
import dev.lintel.domain.mail.MailDelivery.State;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Mails with how far they have come. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class SentMailGrid extends Grid<MailDelivery> {
    private static final long serialVersionUID = 1L;
    private static final int NARROW = 900;

    private final transient Moments moments;
    private final transient InstantSource clock;
    private final transient Actor actor;
    private SerializableConsumer<Long> retry = id -> {};

    SentMailGrid(Messages messages, InstantSource clock, CurrentActor current) {
        this.moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
        this.clock = clock;
        this.actor = current.get();
        addClassName("sent-mail");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        setSizeFull();
        addComponentColumn(this::mail).setHeader(getTranslation("mail.to")).setFlexGrow(4);
        addComponentColumn(this::created)
                .setKey("created")
                .setHeader(getTranslation("mail.created"))
                .setFlexGrow(0)
                .setWidth("12em");
        addComponentColumn(this::state)
                .setKey("state")
                .setHeader(getTranslation("mail.state"))
                .setFlexGrow(5);
        addComponentColumn(this::actions).setKey("actions").setFlexGrow(0).setWidth("11em");
        addAttachListener(attach -> {
            attach.getUI().getPage().addBrowserWindowResizeListener(resize -> fit(resize.getWidth()));
            attach.getUI().getPage().retrieveExtendedClientDetails(client -> fit(client.getWindowInnerWidth()));
        });
    }

    void onRetry(SerializableConsumer<Long> consumer) {
        retry = consumer;
    }

    private void fit(int width) {
        List.of("created", "state", "actions")
                .forEach(key -> getColumnByKey(key).setVisible(width >= NARROW));
    }

    private Div mail(MailDelivery mail) {
        Span to = new Span(mail.to());
        to.addClassName("device-name");
        Span subject = new Span(mail.subject());
        subject.addClassName("subject");
        // shown where the screen is too narrow for the other columns
        Div more = new Div(created(mail), state(mail), actions(mail));
        more.addClassName("narrow-only");
        Div cell = new Div(to, subject, more);
        cell.addClassName("mail-cell");
        return cell;
    }

    private Span created(MailDelivery mail) {
        Span created = new Span(moments.inList(mail.created()));
        created.setTitle(moments.exact(mail.created()));
        return created;
    }

    private Div state(MailDelivery mail) {
        Span sign = new Span(sign(mail.state()));
        sign.getElement().setAttribute("aria-hidden", "true");
        Span words = new Span(sign, new Span(sentence(mail)));
        words.addClassName("verdict");
        if (mail.state() == State.SENT || mail.state() == State.FAILED) {
            words.addClassName(mail.state() == State.SENT ? "grant" : "deny");
        }
        Div cell = new Div(words);
        cell.addClassName("mail-cell");
        if (mail.problem() != null) {
            cell.add(new Span(getTranslation(Messages.keyOf(mail.problem()))));
        }
        String answer = Objects.toString(mail.answer(), "");
        if (!answer.isEmpty()) {
            cell.add(new Code(answer));
        }
        return cell;
    }

    private String sentence(MailDelivery mail) {
        return switch (mail.state()) {
            case SENT -> getTranslation("mail.sentAt", when(Objects.requireNonNull(mail.finished())));
            case FAILED -> getTranslation("mail.failedAt", when(Objects.requireNonNull(mail.finished())));
            case SENDING -> getTranslation(Messages.keyOf(State.SENDING));
            case QUEUED ->
                mail.attempts() == 0
                        ? getTranslation(Messages.keyOf(State.QUEUED))
                        : getTranslation("mail.nextAt", mail.attempts(), when(Objects.requireNonNull(mail.next())));
        };
    }

    private String when(Instant instant) {
        return moments.when(instant, clock.instant());
    }

    private static String sign(State state) {
        return switch (state) {
            case QUEUED -> "…";
            case SENDING -> "→";
            case SENT -> "✓";
            case FAILED -> "✕";
        };
    }

    private Div actions(MailDelivery mail) {
        Div actions = new Div();
        actions.addClassName("row-actions");
        boolean waits = mail.state() == State.QUEUED && mail.attempts() > 0;
        if (actor.may(Permission.SETTINGS_EDIT) && mail.repeatable() && (waits || mail.state() == State.FAILED)) {
            Button again = new Button(getTranslation("mail.tryAgain"), VaadinIcon.REFRESH.create());
            again.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            again.setAriaLabel(getTranslation("mail.tryAgainTo", mail.to()));
            again.addClickListener(click -> retry.accept(mail.id()));
            actions.add(again);
        }
        return actions;
    }
}
