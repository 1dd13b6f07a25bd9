package dev.lintel.domain.mail;

import dev.lintel.domain.mail.MailTemplate.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts that ship, one file for each type and language: the subject in a {@code title} on the first line, the body
 * below it.
 */
final class BuiltInTexts {
    private static final String BEFORE_SUBJECT = "<title>";
    private static final String BEHIND_SUBJECT = "</title>\n";

    private static final Map<String, String> FILES = new ConcurrentHashMap<>();

    private BuiltInTexts() {}

    static MailTemplate of(MailType type, Locale language) {
        String name = type.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + language.toLanguageTag() + ".html";
        String file = file(name);
        int end = file.indexOf(BEHIND_SUBJECT);
        if (!file.startsWith(BEFORE_SUBJECT) || end < 0) {
            throw new IllegalStateException(name + " does not begin with a title");
        }
        String subject = file.substring(BEFORE_SUBJECT.length(), end);
        String body = file.substring(end + BEHIND_SUBJECT.length());
        return new MailTemplate(type, language, Origin.BUILT_IN, subject, body, 0);
    }

    /** What stands around every body. */
    static String frame() {
        return file("frame.html");
    }

    static byte[] sampleImage(String name) {
        return read("sample-" + name + ".png");
    }

    private static String file(String name) {
        return FILES.computeIfAbsent(name, wanted -> new String(read(wanted), StandardCharsets.UTF_8));
    }

    private static byte[] read(String name) {
        try (InputStream file = BuiltInTexts.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the text " + name + " is not there");
            }
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
