package dev.lintel.ui.user;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.own.DetailRefusedException;
import dev.lintel.domain.user.own.PersonalDetails;
import dev.lintel.domain.user.own.PersonalPage;
import dev.lintel.ui.i18n.Messages;
import java.util.List;

/** Name, how to reach them, photo. */
final class DetailsForm extends Section {
    private static final long serialVersionUID = 1L;

    private final transient PersonalPage page;
    private final transient Actor actor;
    private final TextField name = new TextField(getTranslation("me.name"));
    private final TextField phone = new TextField(getTranslation("me.phone"));
    private final TextArea address = new TextArea(getTranslation("me.address"));

    DetailsForm(PersonalPage page, Actor actor) {
        this.page = page;
        this.actor = actor;
        PersonalDetails details = page.details(actor);
        name.setValue(details.name());
        name.setMaxLength(PersonalDetails.LONGEST_NAME);
        name.getElement().setAttribute("autocomplete", "name");
        phone.setValue(details.phone());
        phone.setMaxLength(PersonalDetails.LONGEST_PHONE);
        phone.getElement().setAttribute("autocomplete", "tel");
        address.setValue(details.address());
        address.setMaxLength(PersonalDetails.LONGEST_ADDRESS);
        Button save = new Button(getTranslation("action.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(
                new H2(getTranslation("me.about")),
                new PhotoField(
                        details.name().isEmpty() ? actor.name() : details.name(),
                        () -> page.photo(actor),
                        bytes -> page.changePhoto(actor, bytes),
                        () -> page.removePhoto(actor)),
                name,
                phone,
                address,
                save);
    }

    private void save() {
        List.of(name, phone, address).forEach(field -> field.setInvalid(false));
        try {
            page.change(actor, new PersonalDetails(name.getValue(), phone.getValue(), address.getValue()));
            Notification.show(getTranslation("me.saved"));
        } catch (DetailRefusedException refused) {
            switch (refused.field()) {
                case NAME -> refuse(name, refused);
                case PHONE -> refuse(phone, refused);
                case ADDRESS -> refuse(address, refused);
            }
        }
    }

    private <F extends HasValidation & Focusable<?>> void refuse(F field, DetailRefusedException refused) {
        field.setErrorMessage(getTranslation(Messages.keyOf(refused.reason())));
        field.setInvalid(true);
        field.focus();
    }
}
