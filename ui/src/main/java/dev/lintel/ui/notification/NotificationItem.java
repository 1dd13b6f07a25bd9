package dev.lintel.ui.notification;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.lintel.domain.notification.Notification;
import dev.lintel.ui.i18n.Moments;
import java.time.Instant;

/** One notification: a sentence, and when. */
final class NotificationItem extends ListItem {
    private static final long serialVersionUID = 1L;

    NotificationItem(Notification notification, Moments moments, Instant now, Runnable whenRead) {
        addClassName("notification");
        if (!notification.read()) {
            addClassName("unread");
        }
        if (notification.important()) {
            addClassName("important");
        }
        Span at = new Span(moments.ago(notification.at(), now));
        at.addClassName("at");
        at.setTitle(moments.exact(notification.at()));
        Div text = new Div(new Span(sentence(notification)), at);
        text.addClassName("text");
        add(icon(notification).create(), text);
        if (!notification.read()) {
            Button read = new Button(VaadinIcon.CHECK.create(), click -> whenRead.run());
            read.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
            read.setAriaLabel(getTranslation("notification.read"));
            read.setTooltipText(getTranslation("notification.read"));
            add(read);
        }
    }

    private static VaadinIcon icon(Notification notification) {
        return switch (notification.kind()) {
            case DEVICE_OFFLINE -> VaadinIcon.UNLINK;
            case DEVICE_ONLINE -> VaadinIcon.LINK;
            case IMPORT_DONE -> VaadinIcon.CHECK_CIRCLE_O;
            case MAIL_FAILED -> VaadinIcon.ENVELOPE_O;
            case USER_REGISTERED -> VaadinIcon.USER_CHECK;
        };
    }

    private String sentence(Notification notification) {
        String name = notification.recordName();
        return switch (notification.kind()) {
            case DEVICE_OFFLINE -> getTranslation("notification.deviceOffline", notification.count(), name);
            case DEVICE_ONLINE -> getTranslation("notification.deviceOnline", notification.count(), name);
            case IMPORT_DONE -> getTranslation("notification.importDone", name);
            case MAIL_FAILED -> getTranslation("notification.mailFailed", name);
            case USER_REGISTERED -> getTranslation("notification.userRegistered", name);
        };
    }
}
