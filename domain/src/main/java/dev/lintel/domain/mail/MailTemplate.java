package dev.lintel.domain.mail;

import java.util.Locale;

/**
 * A text with placeholders.
 *
 * @param origin whose text it is
 * @param subject one line without markup
 * @param body HTML, what stands between the head and the foot that all mail of this server has
 * @param version counts the changes; 0 for a text that ships
 */
public record MailTemplate(MailType type, Locale language, Origin origin, String subject, String body, int version) {
    /** Whose text is used: the most particular one that there is. */
    public enum Origin {
        BUILT_IN,
        SERVER,
        PROJECT
    }
}
