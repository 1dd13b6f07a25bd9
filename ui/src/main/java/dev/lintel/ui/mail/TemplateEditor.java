package dev.lintel.ui.mail;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.lintel.domain.mail.MailRefusedException;
import dev.lintel.domain.mail.MailTemplate;
import dev.lintel.domain.mail.MailTemplate.Origin;
import dev.lintel.domain.mail.MailTemplates;
import dev.lintel.domain.mail.Placeholder;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.i18n.Messages;
import org.jspecify.annotations.Nullable;

/** Edits one text, beside the mail that it makes. */
final class TemplateEditor extends Div {
    private static final long serialVersionUID = 1L;
    private static final int TYPING_PAUSE_MILLIS = 400;

    // what is inserted where the cursor stands can be taken back with Ctrl+Z
    private static final String INSERT = """
            const input = $0.inputElement;
            input.focus();
            document.execCommand('insertText', false, $1);
            """;

    private final transient MailTemplates templates;
    private final transient Actor actor;
    private final @Nullable Long project;
    private final transient Runnable again;
    private final Refusals refusals = new Refusals();
    private final TextField subject = refusals.at("subject", new TextField(getTranslation("mail.subject")));
    private final TextArea body = new TextArea(getTranslation("mail.body"));
    private final MailPreview preview = new MailPreview();
    private transient MailTemplate text;

    /** @param again shows what is in force now */
    TemplateEditor(MailTemplates templates, Actor actor, @Nullable Long project, MailTemplate text, Runnable again) {
        this.templates = templates;
        this.actor = actor;
        this.project = project;
        this.text = text;
        this.again = again;
        addClassName("template-editor");
        subject.setValue(text.subject());
        body.setValue(text.body());
        body.addClassName("code");
        prepare(subject);
        prepare(body);
        Span origin = new Span(getTranslation(Messages.keyOf(text.origin())));
        origin.addClassName("origin");
        Div editing = new Div(origin, subject, body);
        editing.addClassName("editing");
        if (mayEdit()) {
            editing.add(placeholders(), refusals, actions());
        }
        add(editing, preview);
        preview();
    }

    private void prepare(TextFieldBase<?, String> field) {
        field.setReadOnly(!mayEdit());
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_PAUSE_MILLIS);
        field.addValueChangeListener(change -> preview());
    }

    boolean isChanged() {
        return !subject.getValue().equals(text.subject()) || !body.getValue().equals(text.body());
    }

    MailTemplate text() {
        return text;
    }

    private boolean mayEdit() {
        return actor.may(project == null ? Permission.SETTINGS_EDIT : Permission.GROUP_MAIL_TEMPLATE_EDIT);
    }

    private Div placeholders() {
        Div row = new Div(new Span(getTranslation("mail.placeholders")));
        row.addClassName("placeholders");
        for (Placeholder placeholder : text.type().placeholders()) {
            Button insert = new Button(placeholder.written() + (placeholder.obligatory() ? " *" : ""));
            insert.addThemeVariants(ButtonVariant.LUMO_SMALL);
            insert.setTooltipText(getTranslation(
                    placeholder.obligatory() ? "mail.obligatory" : "mail.optional", placeholder.sample()));
            insert.addClickListener(
                    click -> insert.getElement().executeJs(INSERT, body.getElement(), placeholder.written()));
            row.add(insert);
        }
        return row;
    }

    private Div actions() {
        Button save = new Button(getTranslation("action.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button send = new Button(getTranslation("mail.sendSample"), click -> send());
        Div actions = new Div(save, send);
        actions.addClassName("row-actions");
        if (text.origin() == (project == null ? Origin.SERVER : Origin.PROJECT)) {
            Button reset = new Button(getTranslation("mail.reset"), click -> askToReset());
            reset.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
            actions.add(reset);
        }
        return actions;
    }

    private void preview() {
        MailTemplates.Preview shown =
                templates.preview(actor, project, text.type(), text.language(), subject.getValue(), body.getValue());
        preview.show(shown);
        refusals.show(shown.problems());
    }

    private void save() {
        try {
            text = templates.save(actor, project, text, subject.getValue(), body.getValue());
            Notification.show(getTranslation("settings.saved"));
            again.run();
        } catch (MailRefusedException refused) {
            refusals.refuse(refused.problems());
        }
    }

    private void send() {
        MailTemplate written = new MailTemplate(
                text.type(), text.language(), text.origin(), subject.getValue(), body.getValue(), text.version());
        new SampleDialog(to -> templates.sendSample(actor, project, written, to)).open();
    }

    private void askToReset() {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(getTranslation("mail.resetTitle"));
        question.setText(getTranslation("mail.resetText"));
        question.setCancelable(true);
        question.setCancelText(getTranslation("action.cancel"));
        question.setConfirmText(getTranslation("mail.reset"));
        question.setConfirmButtonTheme("error primary");
        question.addConfirmListener(confirm -> {
            text = templates.reset(actor, project, text.type(), text.language());
            again.run();
        });
        question.open();
    }
}
