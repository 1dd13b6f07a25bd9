package dev.lintel.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.mail.MailTemplate.Origin;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.settings.ServerSettings;
import dev.lintel.domain.site.Sites;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class MailTemplatesIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();
    private static final Locale UK = Locale.of("uk");
    private static final MailType TYPE = MailType.PASSWORD_RECOVERY;
    private static final String BODY = "<p>Here: <a href=\"{link}\">{server}</a></p>";

    @Autowired
    MailTemplates templates;

    @Autowired
    Mails mails;

    @Autowired
    MailList list;

    @Autowired
    MailSettings settings;

    @Autowired
    MailOutbox outbox;

    @Autowired
    Sites sites;

    @Autowired
    JdbcTemplate jdbc;

    @AfterEach
    void theTextsThatShip() {
        jdbc.update("delete from mail_template");
        jdbc.update("delete from mail");
    }

    @Test
    void theMostParticularTextIsUsed() throws IOException {
        long project = project("Mill");
        save(null, "of the server");
        save(project, "of the project");

        assertThat(templates.get(SERVER, project, TYPE, UK).subject()).isEqualTo("of the project");
        assertThat(templates.get(SERVER, null, TYPE, UK).subject()).isEqualTo("of the server");
        assertThat(templates.get(SERVER, project, TYPE, Locale.ENGLISH).origin())
                .isEqualTo(Origin.BUILT_IN);
        assertThat(queued(project)).isEqualTo("of the project");
        assertThat(queued(null)).isEqualTo("of the server");

        assertThat(templates.reset(SERVER, project, TYPE, UK).origin()).isEqualTo(Origin.SERVER);
        assertThat(templates.reset(SERVER, null, TYPE, UK).origin()).isEqualTo(Origin.BUILT_IN);
        assertThat(templates.list(SERVER, project)).hasSize(MailType.values().length * ServerSettings.LANGUAGES.size());
    }

    @Test
    void refusesWhatCannotBeSentAndStoresNothing() {
        MailTemplate seen = templates.get(SERVER, null, TYPE, UK);

        assertThatThrownBy(() -> templates.save(SERVER, null, seen, "Hello", "<p>no link</p>"))
                .isInstanceOf(MailRefusedException.class)
                .hasMessage("body: placeholder-missing: \"{link}\"");

        assertThat(templates.get(SERVER, null, TYPE, UK)).isEqualTo(seen);
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        MailTemplate builtIn = templates.get(SERVER, null, TYPE, UK);
        MailTemplate first = templates.save(SERVER, null, builtIn, "first", BODY);

        assertThatThrownBy(() -> templates.save(SERVER, null, builtIn, "second", BODY))
                .hasMessage("body: changed-meanwhile");
        templates.save(SERVER, null, first, "third", BODY);
        assertThatThrownBy(() -> templates.save(SERVER, null, first, "fourth", BODY))
                .hasMessage("body: changed-meanwhile");

        assertThat(templates.get(SERVER, null, TYPE, UK).subject()).isEqualTo("third");
    }

    @Test
    void thePreviewShowsWhatWouldBeSentAndWhatIsWrong() {
        MailTemplates.Preview preview = templates.preview(
                SERVER, null, MailType.INVITATION, UK, "Hello {name}", "<p>{name}</p><script>x()</script>");

        assertThat(preview.mail().subject()).isEqualTo("Hello Anna Bell");
        assertThat(preview.mail().html()).contains("<p>Anna Bell</p>").doesNotContain("script");
        assertThat(preview.images()).extracting(InlineImage::name).containsExactly("qr");
        assertThat(preview.problems())
                .extracting(MailRefusedException.Problem::value)
                .containsExactly("<script>", "{link}", "{code}");
    }

    @Test
    void aSampleGoesThroughTheOutbox() {
        MailTemplate text = templates.get(SERVER, null, MailType.INVITATION, UK);

        long id = templates.sendSample(SERVER, null, text, "me@example.org");

        MailDelivery queued = mails.get(SERVER, id).orElseThrow();
        assertThat(queued.to()).isEqualTo("me@example.org");
        assertThat(queued.subject()).isEqualTo("Запрошення на сервер Lintel");
    }

    @Test
    void needsThePermissionForTheServerOrForTheProject() throws IOException {
        long project = project("Court");
        Actor editor =
                new Actor("editor", Set.of(Permission.GROUP_MAIL_TEMPLATE_VIEW, Permission.GROUP_MAIL_TEMPLATE_EDIT));
        Actor reader = editor.withPermissions(Set.of(Permission.GROUP_MAIL_TEMPLATE_VIEW));

        MailTemplate seen = templates.get(editor, project, TYPE, UK);
        templates.save(editor, project, seen, "by the editor", BODY);

        assertThatThrownBy(() -> templates.get(editor, null, TYPE, UK)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> templates.save(reader, project, seen, "by the reader", BODY))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> list.page(editor, ListQuery.everything(list.listing()), null, 10))
                .isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void anotherProjectIsLikeNone() throws IOException {
        long own = project("Own");
        long other = project("Other");
        Actor member = TestActors.ofProject(
                own, Permission.GROUP_MAIL_TEMPLATE_VIEW, Permission.SETTINGS_VIEW, Permission.SETTINGS_EDIT);
        Class<NoSuchProjectException> none = NoSuchProjectException.class;

        assertThat(templates.get(member, own, TYPE, UK).origin()).isEqualTo(Origin.BUILT_IN);
        assertThatThrownBy(() -> templates.get(member, other, TYPE, UK)).isInstanceOf(none);
        assertThatThrownBy(() -> templates.get(member, 999_999L, TYPE, UK)).isInstanceOf(none);
        assertThatThrownBy(() -> templates.get(SERVER, 999_999L, TYPE, UK)).isInstanceOf(none);
        assertThatThrownBy(() -> templates.get(member, null, TYPE, UK)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> settings.view(member)).isInstanceOf(PermissionDeniedException.class);
        long theirs = mails.queue(MailType.TEST, other, UK, "a@example.org", Map.of());
        long ours = mails.queue(MailType.TEST, own, UK, "b@example.org", Map.of());
        mails.queue(MailType.TEST, null, UK, "c@example.org", Map.of());
        assertThat(list.page(member, ListQuery.everything(list.listing()), null, 10)
                        .rows())
                .extracting(MailDelivery::id)
                .containsExactly(ours);
        assertThat(list.page(SERVER, ListQuery.everything(list.listing()), null, 10)
                        .rows())
                .hasSize(3);
        assertThat(mails.get(member, theirs)).isEmpty();
        assertThat(mails.tryAgain(member, theirs)).isEmpty();
    }

    private void save(@Nullable Long project, String subject) {
        templates.save(SERVER, project, templates.get(SERVER, project, TYPE, UK), subject, BODY);
    }

    private String queued(@Nullable Long project) {
        Map<String, String> values = Map.of("name", "Anna", "link", "https://a.example/x", "expires", "18:00");
        long id = mails.queue(TYPE, project, UK, "anna@example.org", values);
        return mails.delivery(id).orElseThrow().subject();
    }

    private long project(String name) throws IOException {
        return sites.load(SERVER, TestSites.file(TestSites.house(name)), false, progress -> {})
                .project();
    }
}
