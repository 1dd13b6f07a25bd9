package dev.lintel.ui.notification;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.notification.Notification;
import dev.lintel.domain.notification.Notification.Look;
import dev.lintel.domain.notification.Notification.Ruled;
import dev.lintel.domain.rulebook.RulebookRefusedException;
import dev.lintel.ui.access.AcsLogView;
import dev.lintel.ui.access.VerdictBadge;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.review.ReviewView;
import dev.lintel.ui.rulebook.RulesView;
import java.time.Instant;
import java.util.Objects;

/** One notification: a sentence, and when. */
final class NotificationItem extends ListItem {
    private static final long serialVersionUID = 1L;

    /** Where a sentence leaves a place empty. */
    private static final String NOBODY = "none";

    private final transient Moments moments;

    NotificationItem(Notification notification, Moments moments, Instant now, Runnable whenRead) {
        this.moments = moments;
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
        Div text = new Div(said(notification), at);
        Ruled ruled = notification.ruled();
        if (ruled != null) {
            Span why = new Span(getTranslation(
                    notification.important() ? "notification.importantBy" : "notification.normalBy",
                    ruled.row(),
                    ruled.table()));
            why.addClassName("at");
            text.add(why);
        }
        text.addClassName("text");
        Look look = notification.look();
        if (look != null) {
            addClassNames("ruled", Looks.style(look.colour()));
            Span rule = new Span(look.rule());
            rule.addClassName("rule-name");
            text.addComponentAsFirst(rule);
        }
        add((look == null ? icon(notification) : Looks.icon(look.icon())).create(), text);
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
            case RULES_NOT_IN_FORCE -> VaadinIcon.GAVEL;
            case RULES_NOT_EVERYWHERE -> VaadinIcon.SERVER;
            case RULES_TAKEN_BACK -> VaadinIcon.ARROW_BACKWARD;
            case REVIEW_TO_DECIDE -> VaadinIcon.CHECK_SQUARE_O;
            case REVIEW_TO_VERIFY -> VaadinIcon.USER_CHECK;
            case REVIEW_OVERDUE -> VaadinIcon.CLOCK;
            case POLICY -> VaadinIcon.EYE;
            case PASS -> VaadinIcon.ENTER_ARROW;
        };
    }

    /** A pass leads to its entry, and what is about rules or a review to them. */
    private Component said(Notification notification) {
        String sentence = sentence(notification);
        return switch (notification.kind()) {
            case PASS, POLICY -> new Anchor(AcsLogView.PATH + "/" + notification.recordId(), sentence);
            case RULES_NOT_IN_FORCE, RULES_TAKEN_BACK, RULES_NOT_EVERYWHERE ->
                new Anchor(RulesView.PATH + "/" + notification.project(), sentence);
            case REVIEW_TO_DECIDE, REVIEW_TO_VERIFY, REVIEW_OVERDUE ->
                new Anchor(
                        ReviewView.path(
                                Objects.requireNonNull(notification.project()),
                                Long.parseLong(notification.recordId())),
                        sentence);
            default -> new Span(sentence);
        };
    }

    /** Why rules did not come into force. */
    private String refusal(Notification notification) {
        String[] words = Objects.requireNonNullElse(notification.detail(), "").split(" ", 2);
        return getTranslation(
                Messages.keyOf(RulebookRefusedException.Reason.valueOf(words[0])), words.length < 2 ? "" : words[1]);
    }

    private String sentence(Notification notification) {
        String name = notification.recordName();
        return switch (notification.kind()) {
            case DEVICE_OFFLINE -> getTranslation("notification.deviceOffline", notification.count(), name);
            case DEVICE_ONLINE -> getTranslation("notification.deviceOnline", notification.count(), name);
            case IMPORT_DONE -> getTranslation("notification.importDone", name);
            case MAIL_FAILED -> getTranslation("notification.mailFailed", name);
            case USER_REGISTERED -> getTranslation("notification.userRegistered", name);
            case RULES_NOT_IN_FORCE ->
                getTranslation("notification.rulesNotInForce", name, notification.recordId(), refusal(notification));
            case RULES_NOT_EVERYWHERE ->
                getTranslation(
                        "notification.rulesNotEverywhere",
                        name,
                        notification.recordId(),
                        Objects.requireNonNullElse(notification.detail(), ""));
            case RULES_TAKEN_BACK -> {
                String[] figures =
                        Objects.requireNonNullElse(notification.detail(), "").split(" ", 3);
                yield getTranslation(
                        "notification.rulesTakenBack",
                        name,
                        notification.recordId(),
                        figures[0],
                        figures[1],
                        figures[2]);
            }
            case REVIEW_TO_DECIDE ->
                getTranslation(
                        notification.detail() == null ? "notification.reviewToDecide" : "notification.reviewSentBack",
                        name);
            case REVIEW_TO_VERIFY -> getTranslation("notification.reviewToVerify", name);
            case REVIEW_OVERDUE -> getTranslation("notification.reviewOverdue", name);
            case POLICY ->
                getTranslation(
                        "notification.policy",
                        notification.count(),
                        Objects.requireNonNullElse(notification.person(), NOBODY),
                        name,
                        Objects.requireNonNullElse(notification.detail(), ""));
            case PASS ->
                getTranslation(
                        "notification.pass",
                        notification.count(),
                        Objects.requireNonNullElse(notification.person(), NOBODY),
                        name,
                        outcome(notification));
        };
    }

    /** As the ACS log calls it. */
    private String outcome(Notification notification) {
        String[] words = Objects.requireNonNullElse(notification.detail(), "").split(" ", 2);
        return VerdictBadge.message(
                moments.messages(), moments.locale(), Verdict.valueOf(words[0]), ReasonCode.valueOf(words[1]));
    }
}
