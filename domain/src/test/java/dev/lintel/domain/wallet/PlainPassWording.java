package dev.lintel.domain.wallet;

import dev.lintel.domain.access.VisitorDoors.Visit;
import java.util.Locale;

/** Says what stands on a pass as the code calls it, with the language in front. */
public final class PlainPassWording implements PassWording {
    @Override
    public Texts of(Visit visit, Locale language) {
        String in = language.getLanguage() + ":";
        return new Texts(
                in + visit.place(),
                in + "for",
                visit.pass().visitor(),
                in + "code",
                in + "from",
                in + "until",
                in + "passes left",
                in + "without limit",
                in + "doors",
                in + "message",
                in + "page",
                in + visit.zone().getId());
    }

    @Override
    public Ended ended(Locale language) {
        String in = language.getLanguage() + ":";
        return new Ended(in + "pass", in + "over");
    }
}
