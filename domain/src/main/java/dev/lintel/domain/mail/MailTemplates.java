package dev.lintel.domain.mail;

import dev.lintel.domain.mail.MailRefusedException.Problem;
import dev.lintel.domain.mail.MailRefusedException.Reason;
import dev.lintel.domain.mail.MailTemplate.Origin;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.settings.ServerSettings;
import dev.lintel.domain.wire.WireName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The texts of mails: those that ship, and those that somebody wrote in their place for the server or for one project.
 * What is stored can be sent: it mentions all it must, and nothing that acts by itself.
 */
@Service
public class MailTemplates {
    /** The mail that a text makes with sample values, and what keeps it from being stored. */
    public record Preview(MailText mail, List<InlineImage> images, List<Problem> problems) {}

    private final TemplateStore store;
    private final MailWriter writer;
    private final Mails mails;
    private final ApplicationEventPublisher events;

    MailTemplates(TemplateStore store, MailWriter writer, Mails mails, ApplicationEventPublisher events) {
        this.store = store;
        this.writer = writer;
        this.mails = mails;
        this.events = events;
    }

    /** All types and languages, each with the text that is used for the project (null: for the server). */
    public List<MailTemplate> list(Actor actor, @Nullable Long project) {
        requireView(actor, project);
        List<MailTemplate> all = new ArrayList<>();
        for (MailType type : MailType.values()) {
            ServerSettings.LANGUAGES.forEach(language -> all.add(store.inForce(type, project, language)));
        }
        return all;
    }

    /** The text that is used for the project (null: for the server). */
    public MailTemplate get(Actor actor, @Nullable Long project, MailType type, Locale language) {
        requireView(actor, project);
        return store.inForce(type, project, language);
    }

    /** What somebody's text would look like. */
    public Preview preview(
            Actor actor, @Nullable Long project, MailType type, Locale language, String subject, String body) {
        requireView(actor, project);
        MailTemplate text = new MailTemplate(type, language, origin(project), subject, body, 0);
        return new Preview(
                writer.sample(text, "anna@example.org"),
                MailWriter.sampleImages(text),
                TemplateCheck.problems(type, subject, body));
    }

    /**
     * Uses this text from now on.
     *
     * @param seen what was in force when the editing began
     * @throws MailRefusedException with everything that is wrong, or when somebody else was quicker
     */
    @Transactional
    public MailTemplate save(Actor actor, @Nullable Long project, MailTemplate seen, String subject, String body) {
        requireEdit(actor, project);
        List<Problem> problems = TemplateCheck.problems(seen.type(), subject, body);
        if (!problems.isEmpty()) {
            throw new MailRefusedException(problems);
        }
        int version = seen.origin() == origin(project) ? seen.version() : 0;
        Optional<MailTemplate> before = store.own(seen.type(), project, seen.language());
        MailTemplate wanted =
                new MailTemplate(seen.type(), seen.language(), origin(project), subject.strip(), body, version + 1);
        if (!store.save(project, wanted, version)) {
            throw new MailRefusedException("body", Reason.CHANGED_MEANWHILE, "");
        }
        changed(actor, project, wanted, readable(before), readable(Optional.of(wanted)));
        return wanted;
    }

    /** Drops the text of the project (null: of the server). Returns the one that is used instead. */
    @Transactional
    public MailTemplate reset(Actor actor, @Nullable Long project, MailType type, Locale language) {
        requireEdit(actor, project);
        Optional<MailTemplate> before = store.own(type, project, language);
        store.delete(type, project, language);
        before.ifPresent(gone -> changed(actor, project, gone, readable(before), Map.of()));
        return store.inForce(type, project, language);
    }

    /**
     * Sends the text, stored or not, with sample values to somebody who wants to see it in their own mail program.
     *
     * @throws MailRefusedException with everything that is wrong
     */
    @Transactional
    public long sendSample(Actor actor, @Nullable Long project, MailTemplate text, String to) {
        requireEdit(actor, project);
        List<Problem> problems = TemplateCheck.problems(text.type(), text.subject(), text.body());
        if (!problems.isEmpty()) {
            throw new MailRefusedException(problems);
        }
        return mails.queueSample(project, text, to);
    }

    private void changed(
            Actor actor,
            @Nullable Long project,
            MailTemplate text,
            Map<String, String> before,
            Map<String, String> after) {
        String id = WireName.of(text.type()) + "/" + text.language().toLanguageTag();
        events.publishEvent(new RecordChanged(actor, project, "mail-template", id, id, before, after));
    }

    private static Map<String, String> readable(Optional<MailTemplate> text) {
        return text.map(found -> Map.of("subject", found.subject(), "body", found.body()))
                .orElse(Map.of());
    }

    private static Origin origin(@Nullable Long project) {
        return project == null ? Origin.SERVER : Origin.PROJECT;
    }

    private void requireView(Actor actor, @Nullable Long project) {
        require(actor, project, Permission.SETTINGS_VIEW, Permission.GROUP_MAIL_TEMPLATE_VIEW);
    }

    private void requireEdit(Actor actor, @Nullable Long project) {
        require(actor, project, Permission.SETTINGS_EDIT, Permission.GROUP_MAIL_TEMPLATE_EDIT);
    }

    private void require(Actor actor, @Nullable Long project, Permission ofServer, Permission ofProject) {
        if (project == null) {
            MailSettings.requireForServer(actor, ofServer);
            return;
        }
        actor.require(ofProject);
        if (!actor.sees(project) || !store.hasProject(project)) {
            throw new NoSuchProjectException(project);
        }
    }
}
