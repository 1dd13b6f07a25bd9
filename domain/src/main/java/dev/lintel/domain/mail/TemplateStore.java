package dev.lintel.domain.mail;

import dev.lintel.domain.mail.MailTemplate.Origin;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps the texts that somebody wrote in place of those that ship. */
@Repository
class TemplateStore {
    private static final String KEY = " where project_id is not distinct from ? and type = ? and language = ?";

    private final JdbcTemplate jdbc;

    TemplateStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The project's text, else the server's, else the one that ships. */
    MailTemplate inForce(MailType type, @Nullable Long project, Locale language) {
        return own(type, project, language)
                .or(() -> own(type, null, language))
                .orElseGet(() -> BuiltInTexts.of(type, language));
    }

    /** The text of exactly this project, or of exactly the server. */
    Optional<MailTemplate> own(MailType type, @Nullable Long project, Locale language) {
        Origin origin = project == null ? Origin.SERVER : Origin.PROJECT;
        return jdbc
                .query(
                        "select * from mail_template" + KEY,
                        (row, number) -> new MailTemplate(
                                type,
                                language,
                                origin,
                                row.getString("subject"),
                                row.getString("body"),
                                row.getInt("version")),
                        project,
                        type.name(),
                        language.toLanguageTag())
                .stream()
                .findFirst();
    }

    /** @return false when the stored one has another version; 0 is that of none */
    boolean save(@Nullable Long project, MailTemplate text, int version) {
        String sql = version == 0
                ? """
                insert into mail_template (subject, body, version, project_id, type, language) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing"""
                : "update mail_template set subject = ?, body = ?, version = ?" + KEY + " and version = " + version;
        return jdbc.update(
                        sql,
                        text.subject(),
                        text.body(),
                        version + 1,
                        project,
                        text.type().name(),
                        text.language().toLanguageTag())
                > 0;
    }

    void delete(MailType type, @Nullable Long project, Locale language) {
        jdbc.update("delete from mail_template" + KEY, project, type.name(), language.toLanguageTag());
    }

    boolean hasProject(long id) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select exists (select from project where id = ?)", Boolean.class, id));
    }
}
