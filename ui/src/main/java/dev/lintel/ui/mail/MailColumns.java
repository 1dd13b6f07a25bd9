package dev.lintel.ui.mail;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.mail.MailDelivery;
import dev.lintel.domain.mail.MailDelivery.State;
import dev.lintel.domain.mail.MailList;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.listing.ListColumn;
import dev.lintel.ui.listing.ListDescription;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** How mails are shown in lists: how far each has come, and what the mail server said. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class MailColumns {
    private final MailList mails;
    private final InstantSource clock;
    private final Actor actor;
    private final Moments moments;

    MailColumns(MailList mails, Messages messages, InstantSource clock, CurrentActor current) {
        this.mails = mails;
        this.clock = clock;
        this.actor = current.get();
        this.moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
    }

    /**
     * @param path of the view that shows them
     * @param again is to try a mail once more
     */
    ListDescription<MailDelivery> list(String path, Consumer<MailDelivery> again) {
        return ListDescription.of(path, "mail", mails, MailDelivery::id, columns(again))
                .searching("to")
                .card(new ComponentRenderer<>(mail -> card(mail, again)));
    }

    private List<ListColumn<MailDelivery>> columns(Consumer<MailDelivery> again) {
        List<ListColumn<MailDelivery>> columns = new ArrayList<>(List.of(
                ListColumn.of("to", MailDelivery::to).grow(3),
                ListColumn.of("subject", MailDelivery::subject).grow(3),
                ListColumn.of("type", MailDelivery::type).hidden(),
                ListColumn.<MailDelivery>of("created", MailDelivery::created).width("12rem"),
                ListColumn.of("state", MailDelivery::state)
                        .drawn(new ComponentRenderer<>(this::state))
                        .grow(4),
                ListColumn.of("problem", MailDelivery::problem).hidden(),
                ListColumn.<MailDelivery>of("answer", MailDelivery::answer).hidden(),
                ListColumn.<MailDelivery>of("attempts", MailDelivery::attempts).hidden(),
                ListColumn.<MailDelivery>of("finished", MailDelivery::finished).hidden()));
        if (actor.may(Permission.SETTINGS_EDIT)) {
            columns.add(ListColumn.<MailDelivery>of("actions", mail -> null)
                    .drawn(new ComponentRenderer<>(mail -> actions(mail, again)))
                    .width("11rem")
                    .onScreenOnly());
        }
        return columns;
    }

    private Div card(MailDelivery mail, Consumer<MailDelivery> again) {
        Span to = new Span(mail.to());
        to.addClassName("strong");
        Span created = new Span(moments.inList(mail.created()));
        created.setTitle(moments.exact(mail.created()));
        Div card = new Div(to, new Span(mail.subject()), created, state(mail), actions(mail, again));
        card.addClassName("record-card");
        return card;
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
        cell.addClassName("mail-state");
        if (mail.problem() != null) {
            cell.add(new Span(text(Messages.keyOf(mail.problem()))));
        }
        String answer = Objects.toString(mail.answer(), "");
        if (!answer.isEmpty()) {
            cell.add(new Code(answer));
        }
        return cell;
    }

    private String sentence(MailDelivery mail) {
        return switch (mail.state()) {
            case SENT -> text("mail.sentAt", when(Objects.requireNonNull(mail.finished())));
            case FAILED -> text("mail.failedAt", when(Objects.requireNonNull(mail.finished())));
            case SENDING -> text(Messages.keyOf(State.SENDING));
            case QUEUED ->
                mail.attempts() == 0
                        ? text(Messages.keyOf(State.QUEUED))
                        : text("mail.nextAt", mail.attempts(), when(Objects.requireNonNull(mail.next())));
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

    private Component actions(MailDelivery mail, Consumer<MailDelivery> retry) {
        Div actions = new Div();
        actions.addClassName("row-actions");
        boolean waits = mail.state() == State.QUEUED && mail.attempts() > 0;
        if (actor.may(Permission.SETTINGS_EDIT) && mail.repeatable() && (waits || mail.state() == State.FAILED)) {
            Button again = new Button(text("mail.tryAgain"), VaadinIcon.REFRESH.create());
            again.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            again.setAriaLabel(text("mail.tryAgainTo", mail.to()));
            again.addClickListener(click -> retry.accept(mail));
            actions.add(again);
        }
        return actions;
    }

    private String text(String key, Object... arguments) {
        return moments.messages().getTranslation(key, moments.locale(), arguments);
    }
}
