package dev.lintel.ui.guest;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.guestpass.GuestPassDraft;
import dev.lintel.domain.guestpass.GuestPassRefusedException;
import dev.lintel.domain.guestpass.TextedPasses;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.sms.SmsDelivery;
import dev.lintel.domain.sms.SmsProblem;
import dev.lintel.ui.i18n.Messages;

/** Sends a pass by short message, and says how far the last one has come. */
final class SmsWay extends Div {
    private static final long serialVersionUID = 1L;

    private final transient TextedPasses texted;
    private final transient Actor actor;
    private final transient GuestPass pass;
    private final TextField phone = new TextField(getTranslation("guest.phone"));
    private final Span state = new Span();

    SmsWay(TextedPasses texted, Actor actor, GuestPass pass) {
        this.texted = texted;
        this.actor = actor;
        this.pass = pass;
        addClassName("share-sms");
        phone.setValue(pass.phone());
        phone.setPlaceholder("+44 20 7946 0000");
        phone.setMaxLength(GuestPassDraft.LONGEST_PHONE);
        phone.setManualValidation(true);
        Button send = new Button(getTranslation("sms.send"), VaadinIcon.MOBILE.create(), click -> send());
        phone.setValueChangeMode(ValueChangeMode.EAGER);
        send.addClickShortcut(Key.ENTER).listenOn(phone);
        Div fields = new Div(phone, send);
        fields.addClassName("share-mail");
        state.addClassName("about");
        state.getElement().setAttribute("role", "status");
        add(fields, state);
        texted.latest(actor, pass.project(), pass.id()).ifPresent(this::show);
    }

    private void send() {
        phone.setInvalid(false);
        try {
            show(texted.send(actor, pass.project(), pass.id(), phone.getValue()));
        } catch (GuestPassRefusedException refused) {
            phone.setErrorMessage(GuestRefusals.sentence(refused.problems().getFirst()));
            phone.setInvalid(true);
        }
    }

    private void show(SmsDelivery delivery) {
        SmsProblem problem = delivery.problem();
        String why = problem == null ? "" : " " + getTranslation(Messages.keyOf(problem));
        state.setText(getTranslation("sms.state." + delivery.state().name(), delivery.to()) + why);
    }
}
