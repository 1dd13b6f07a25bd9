package dev.lintel.ui.access;

import com.vaadin.flow.component.html.Span;
import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.Verdict;
import dev.lintel.ui.i18n.Messages;
import java.util.Locale;

/** The verdict by sign, word and colour, so that no single one of them is needed. */
public final class VerdictBadge extends Span {
    private static final long serialVersionUID = 1L;

    public VerdictBadge(Verdict verdict, String text) {
        addClassNames("verdict", styleOf(verdict));
        Span sign = new Span(signOf(verdict));
        sign.getElement().setAttribute("aria-hidden", "true");
        add(sign, new Span(text));
    }

    static String styleOf(Verdict verdict) {
        return verdict == Verdict.GRANT ? "grant" : "deny";
    }

    static String signOf(Verdict verdict) {
        return verdict == Verdict.GRANT ? "✓" : "✕";
    }

    /** What the ACS log calls it: "Granted", "Refused: outside the schedule". */
    public static String message(Messages messages, Locale locale, AcsLogEntry entry) {
        return message(messages, locale, entry.verdict(), entry.reason());
    }

    /** The same for a verdict and its reason. */
    public static String message(Messages messages, Locale locale, Verdict verdict, ReasonCode reason) {
        String named = messages.nameOf(locale, verdict);
        return reason == ReasonCode.GRANTED
                ? named
                : messages.getTranslation("acsLog.said", locale, named, messages.nameOf(locale, reason));
    }
}
