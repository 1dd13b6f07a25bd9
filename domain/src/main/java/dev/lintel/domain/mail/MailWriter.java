package dev.lintel.domain.mail;

import dev.lintel.domain.settings.ServerSettings;
import dev.lintel.domain.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes a mail of a template and values. Whatever the values are, they are shown and never take effect. */
@Component
final class MailWriter {
    private final Settings settings;

    MailWriter(Settings settings) {
        this.settings = settings;
    }

    /**
     * The mail to this address.
     *
     * @param own a value for each placeholder that the type has of its own
     * @throws IllegalArgumentException when one is missing or unknown
     */
    MailText write(MailTemplate template, String to, Map<String, String> own) {
        Set<String> wanted = MailType.names(template.type().own());
        if (!own.keySet().equals(wanted)) {
            throw new IllegalArgumentException(
                    template.type() + " needs values for " + wanted + ", not " + own.keySet());
        }
        Map<String, String> values = new HashMap<>(own);
        ServerSettings server = settings.inForce();
        values.put("server", server.name());
        values.put("serverUrl", Objects.toString(server.serverUrl(), ""));
        values.put("email", to);
        String body = MailHtml.clean(Placeholders.fill(template.body(), values, MailHtml::escape));
        String framed = Placeholders.fill(
                BuiltInTexts.frame(),
                Map.of(
                        "language", template.language().toLanguageTag(),
                        "subject", MailHtml.escape(subject(template, values)),
                        "server", MailHtml.escape(server.name()),
                        "body", body),
                html -> html);
        return new MailText(subject(template, values), framed, MailHtml.plain(body));
    }

    /** The mail as the preview shows it. */
    MailText sample(MailTemplate template, String to) {
        Map<String, String> values = new HashMap<>();
        template.type().own().forEach(placeholder -> values.put(placeholder.name(), placeholder.sample()));
        return write(template, to, values);
    }

    /** Images for a sample. */
    static List<InlineImage> sampleImages(MailTemplate template) {
        return template.type().images().stream()
                .map(name -> new InlineImage(name, "image/png", BuiltInTexts.sampleImage(name)))
                .toList();
    }

    /** One line, whatever the values bring along. */
    private static String subject(MailTemplate template, Map<String, String> values) {
        return Placeholders.fill(template.subject(), values, value -> value)
                .replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ")
                .strip();
    }
}
