package dev.lintel.ui.wallet;

import dev.lintel.domain.access.VisitorDoors.Visit;
import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.wallet.PassWording;
import dev.lintel.ui.i18n.Messages;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says what stands on a pass with the words of the bundles. */
@Component
record BundledPassWording(Messages messages) implements PassWording {
    @Override
    public Texts of(Visit visit, Locale language) {
        GuestPass pass = visit.pass();
        boolean courier = pass.kind() == GuestKind.COURIER;
        boolean plate = pass.type() == IdentifierType.LICENCE_PLATE;
        return new Texts(
                t(language, "visitor.event", visit.place()),
                t(language, "guest.pass"),
                pass.visitor().isEmpty()
                        ? t(language, courier ? "guest.someCourier" : "guest.somebody")
                        : pass.visitor(),
                t(language, plate ? "guest.plate" : "guest.code"),
                t(language, "visitor.from"),
                t(language, "visitor.until"),
                t(language, "visitor.passesLeft"),
                t(language, "guest.withoutLimit"),
                t(language, "visitor.doors"),
                t(language, "guest.message"),
                t(language, "wallet.page"),
                t(language, "visitor.zone", visit.zone().getId()));
    }

    @Override
    public Ended ended(Locale language) {
        return new Ended(t(language, "guest.pass"), t(language, "visitor.reason.revoked"));
    }

    private String t(Locale language, String key, Object... arguments) {
        return messages.getTranslation(key, language, arguments);
    }
}
