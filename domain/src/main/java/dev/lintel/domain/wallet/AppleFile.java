package dev.lintel.domain.wallet;

import de.brendamour.jpasskit.PKBarcode;
import de.brendamour.jpasskit.PKField;
import de.brendamour.jpasskit.PKFieldBuilder;
import de.brendamour.jpasskit.PKLocation;
import de.brendamour.jpasskit.PKPass;
import de.brendamour.jpasskit.PKPassBuilder;
import de.brendamour.jpasskit.enums.PKBarcodeFormat;
import de.brendamour.jpasskit.enums.PKDateStyle;
import de.brendamour.jpasskit.enums.PKPassType;
import de.brendamour.jpasskit.passes.PKGenericPass;
import de.brendamour.jpasskit.passes.PKGenericPassBuilder;
import dev.lintel.domain.access.VisitorDoors.Visit;
import dev.lintel.domain.access.VisitorDoors.VisitorDoor;
import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.identifier.IdentifierState;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.wallet.PassWording.Texts;
import java.awt.Color;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a pass for Apple Wallet says (Apple, "Pass" of Wallet Passes).
 *
 * @param page address of the visitor's page
 * @param service where phones ask for news of the pass; null where they cannot, as Apple wants HTTPS
 */
record AppleFile(
        Visit visit,
        Texts texts,
        StoredPass stored,
        URI page,
        @Nullable URI service,
        Instant now) {
    /** The most places that Wallet takes for one pass. */
    private static final int MOST_PLACES = 10;

    PKPass pass(AppleWallet look, AppleCertificate certificate) {
        GuestPass pass = visit.pass();
        IdentifierState state = pass.state(now);
        PKPassBuilder builder = begun(look, certificate, stored, service)
                .pass(fields())
                .description(texts.description())
                .logoText(visit.place())
                .voided(state != IdentifierState.VALID && state != IdentifierState.NOT_YET);
        if (pass.facts().validUntil() != null) {
            builder.expirationDate(seconds(pass.facts().validUntil()));
        }
        if (pass.facts().validFrom() != null) {
            builder.relevantDate(seconds(pass.facts().validFrom()));
        }
        if (pass.type() == IdentifierType.QR) {
            builder.barcodeBuilder(PKBarcode.builder()
                    .format(PKBarcodeFormat.PKBarcodeFormatQR)
                    .message(pass.facts().value())
                    .messageEncoding(StandardCharsets.ISO_8859_1));
        }
        places(builder);
        return builder.build();
    }

    /** What every pass says of itself: whose it is, how it looks, and where to ask for news of it. */
    static PKPassBuilder begun(
            AppleWallet look, AppleCertificate certificate, StoredPass stored, @Nullable URI service) {
        PKPassBuilder builder = PKPass.builder()
                .formatVersion(1)
                .passTypeIdentifier(certificate.passType())
                .teamIdentifier(certificate.team())
                .serialNumber(stored.serial())
                .organizationName(look.organisation())
                .backgroundColor(Color.decode(look.background()))
                .foregroundColor(Color.decode(look.foreground()))
                .labelColor(Color.decode(look.foreground()))
                .sharingProhibited(false);
        return service == null ? builder : builder.webServiceURL(url(service)).authenticationToken(stored.token());
    }

    private void places(PKPassBuilder builder) {
        visit.doors().stream()
                .map(VisitorDoor::position)
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST_PLACES)
                .forEach(place -> builder.locationBuilder(PKLocation.builder()
                        .latitude(place.latitude())
                        .longitude(place.longitude())
                        .relevantText(visit.place())));
    }

    private PKGenericPassBuilder fields() {
        GuestPass pass = visit.pass();
        Integer left = pass.passesLeft();
        PKFieldBuilder passesLeft =
                field("passesLeft", texts.passesLeft(), null).changeMessage(texts.passesLeft() + ": %@");
        PKGenericPassBuilder fields = PKGenericPass.builder()
                .passType(PKPassType.PKGenericPass)
                .headerFieldBuilder(left == null ? passesLeft.value(texts.withoutLimit()) : passesLeft.value(left))
                .primaryFieldBuilder(field("visitor", texts.forWhom(), texts.visitor()));
        moment(fields, "from", texts.from(), pass.facts().validFrom());
        moment(fields, "until", texts.until(), pass.facts().validUntil());
        if (pass.type() == IdentifierType.ACCESS_CODE || pass.type() == IdentifierType.LICENCE_PLATE) {
            fields.auxiliaryFieldBuilder(
                    field("code", texts.code(), pass.facts().value()));
        }
        if (!visit.doors().isEmpty()) {
            fields.auxiliaryFieldBuilder(field("doors", texts.doors(), doors()));
        }
        if (!pass.message().isEmpty()) {
            fields.backFieldBuilder(field("message", texts.message(), pass.message()));
        }
        return fields.backFieldBuilder(field("page", texts.page(), page.toString()))
                .backFieldBuilder(field("zone", " ", texts.zone()));
    }

    private String doors() {
        return visit.doors().stream().map(VisitorDoor::name).distinct().collect(Collectors.joining(", "));
    }

    /** By the clock on the wall of the house, wherever the phone is. */
    private void moment(PKGenericPassBuilder fields, String key, String label, @Nullable Instant at) {
        if (at != null) {
            fields.secondaryFieldBuilder(field(key, label, wall(at, visit.zone()))
                    .dateStyle(PKDateStyle.PKDateStyleMedium)
                    .timeStyle(PKDateStyle.PKDateStyleShort)
                    .ignoresTimeZone(true)
                    .changeMessage(label + ": %@"));
        }
    }

    private static String wall(Instant at, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone).truncatedTo(ChronoUnit.SECONDS));
    }

    private static PKFieldBuilder field(String key, String label, @Nullable String value) {
        PKFieldBuilder field = PKField.builder().key(key).label(label);
        return value == null ? field : field.value(value);
    }

    private static Instant seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    private static URL url(URI address) {
        try {
            return address.toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
