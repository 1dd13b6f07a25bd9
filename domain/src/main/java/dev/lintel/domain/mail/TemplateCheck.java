package dev.lintel.domain.mail;

import static java.util.stream.Collectors.toMap;

import dev.lintel.domain.mail.MailRefusedException.Problem;
import dev.lintel.domain.mail.MailRefusedException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges what somebody wrote as a template, before it is stored. */
final class TemplateCheck {
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 50_000;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private TemplateCheck() {}

    /** Everything that is wrong. */
    static List<Problem> problems(MailType type, String subject, String body) {
        List<Problem> problems = new ArrayList<>();
        checkSubject(type, subject, problems);
        if (body.isBlank()) {
            problems.add(new Problem("body", Reason.MISSING, ""));
        } else if (body.length() > LONGEST_BODY) {
            problems.add(new Problem("body", Reason.TOO_LONG, Integer.toString(body.length())));
        } else {
            checkBody(type, body, problems);
        }
        return problems;
    }

    private static void checkSubject(MailType type, String subject, List<Problem> problems) {
        if (subject.isBlank()) {
            problems.add(new Problem("subject", Reason.MISSING, ""));
        } else if (subject.length() > LONGEST_SUBJECT) {
            problems.add(new Problem("subject", Reason.TOO_LONG, Integer.toString(subject.length())));
        } else if (CONTROL.matcher(subject).find()) {
            problems.add(new Problem("subject", Reason.CONTROL_CHARACTER, subject));
        }
        checkUnknown("subject", type, subject, problems);
        Set<String> mentioned = Placeholders.in(subject);
        type.placeholders().stream()
                .filter(placeholder -> placeholder.secret() && mentioned.contains(placeholder.name()))
                .forEach(placeholder ->
                        problems.add(new Problem("subject", Reason.SECRET_IN_SUBJECT, placeholder.written())));
    }

    private static void checkBody(MailType type, String body, List<Problem> problems) {
        checkUnknown("body", type, body, problems);
        String filled = Placeholders.fill(body, marks(type), mark -> mark);
        MailHtml.forbidden(filled).forEach(what -> problems.add(new Problem("body", Reason.HTML_NOT_ALLOWED, what)));
        // what a reader sees is asked, not what is written: a link in a comment or in what is left out is none
        String seen = MailHtml.plain(filled);
        type.placeholders().stream()
                .filter(placeholder -> placeholder.obligatory() && !seen.contains(mark(placeholder)))
                .forEach(placeholder ->
                        problems.add(new Problem("body", Reason.PLACEHOLDER_MISSING, placeholder.written())));
    }

    private static void checkUnknown(String field, MailType type, String text, List<Problem> problems) {
        Set<String> known = MailType.names(type.placeholders());
        Placeholders.in(text).stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.add(new Problem(field, Reason.PLACEHOLDER_UNKNOWN, "{" + name + "}")));
    }

    private static Map<String, String> marks(MailType type) {
        return type.placeholders().stream().collect(toMap(Placeholder::name, TemplateCheck::mark));
    }

    /** Can stand wherever a value can, in the address of a link, too. */
    private static String mark(Placeholder placeholder) {
        return "https://placeholder.invalid/" + placeholder.name() + "/";
    }
}
