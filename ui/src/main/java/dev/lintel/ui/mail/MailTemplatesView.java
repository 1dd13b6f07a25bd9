package dev.lintel.ui.mail;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.mail.MailTemplate;
import dev.lintel.domain.mail.MailTemplates;
import dev.lintel.domain.mail.MailType;
import dev.lintel.domain.mail.NoSuchProjectException;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.wire.WireName;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The texts of mails: which there are, of the server or of the chosen project, and an editor for one of them. */
@Route(value = MailTemplatesView.PATH, layout = MainLayout.class)
@PermitAll
public class MailTemplatesView extends Div implements AfterNavigationObserver, BeforeLeaveObserver, HasDynamicTitle {
    public static final String PATH = "settings/mail/templates";

    private static final long serialVersionUID = 1L;
    private static final String TYPE = "type";
    private static final String LANGUAGE = "language";

    private final transient MailTemplates templates;
    private final transient Actor actor;
    private final Select<MailType> type = new Select<>();
    private final Select<Language> language = new Select<>();
    private transient QueryParameters query = QueryParameters.empty();
    private @Nullable TemplateEditor editor;

    MailTemplatesView(MailTemplates templates, CurrentActor current) {
        this.templates = templates;
        this.actor = current.get();
        addClassName("mail-templates");
        type.setLabel(getTranslation("mail.type"));
        type.setItems(MailType.values());
        type.setItemLabelGenerator(each -> getTranslation(Messages.keyOf(each)));
        type.addValueChangeListener(change -> go(change.isFromClient()));
        language.setLabel(getTranslation("language"));
        language.setItems(Language.values());
        language.setItemLabelGenerator(Language::ownName);
        language.addValueChangeListener(change -> go(change.isFromClient()));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        query = event.getLocation().getQueryParameters();
        type.setValue(query.getSingleParameter(TYPE)
                .flatMap(word -> WireName.parse(MailType.class, word))
                .orElse(MailType.values()[0]));
        language.setValue(Language.nearest(
                query.getSingleParameter(LANGUAGE).map(Locale::forLanguageTag).orElse(getLocale())));
        show();
    }

    private void show() {
        Long project = ChosenProject.in(query).orElseGet(this::onlyProject);
        removeAll();
        editor = null;
        add(
                new ViewHeader(getTranslation("mail.title")),
                new MailPages(actor, MailTemplatesView.class, query.including(ChosenProject.PARAMETER)));
        if (project == null && actor.projects() != null) {
            add(new EmptyState(getTranslation("mail.chooseProjectTitle"), getTranslation("mail.chooseProjectText")));
            return;
        }
        try {
            MailTemplate text = templates.get(
                    actor, project, type.getValue(), language.getValue().locale());
            Div choice = new Div(type, language);
            choice.addClassName("choice");
            editor = new TemplateEditor(templates, actor, project, text, this::show);
            add(
                    new Paragraph(getTranslation(project == null ? "mail.textsOfServer" : "mail.textsOfProject")),
                    choice,
                    editor);
        } catch (NoSuchProjectException none) {
            add(new EmptyState(getTranslation("mail.chooseProjectTitle"), getTranslation("mail.chooseProjectText")));
        }
    }

    /** That of somebody who sees no other, so that there is nothing to choose. */
    private @Nullable Long onlyProject() {
        Set<Long> visible = actor.projects();
        return visible != null && visible.size() == 1 ? visible.iterator().next() : null;
    }

    private void go(boolean byPerson) {
        if (byPerson) {
            UI.getCurrentOrThrow()
                    .navigate(
                            MailTemplatesView.class,
                            query.merging(TYPE, WireName.of(type.getValue()))
                                    .merging(
                                            LANGUAGE,
                                            language.getValue().locale().toLanguageTag()));
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        TemplateEditor open = editor;
        if (open == null || !open.isChanged()) {
            return;
        }
        BeforeLeaveEvent.ContinueNavigationAction leave = event.postpone();
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(getTranslation("unsaved.title"));
        question.setText(getTranslation("unsaved.text"));
        question.setCancelable(true);
        question.setCancelText(getTranslation("unsaved.stay"));
        question.addCancelListener(stay -> {
            type.setValue(open.text().type());
            language.setValue(Language.nearest(open.text().language()));
        });
        question.setConfirmText(getTranslation("unsaved.leave"));
        question.setConfirmButtonTheme("error primary");
        question.addConfirmListener(confirm -> leave.proceed());
        question.open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("mail.texts") + " · Lintel";
    }
}
