package dev.lintel.domain.wallet;

import dev.lintel.domain.access.VisitorDoors.Visit;
import dev.lintel.domain.access.VisitorDoors.VisitorDoor;
import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.identifier.IdentifierState;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.wallet.PassWording.Texts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The link by which a visitor keeps a pass in Google Wallet: a generic object, signed as a token (RFC 7515, RS256; Google
 * Wallet API, "JWT" and "genericobject").
 *
 * @param page address of the visitor's page
 */
record GoogleLink(Visit visit, Texts texts, Locale language, StoredPass stored, URI page, Instant now) {
    private static final String SAVE = "https://pay.google.com/gp/v/save/";
    private static final JsonMapper JSON = new JsonMapper();

    URI signed(GoogleAccount account, String colour) {
        ObjectNode head = JSON.createObjectNode().put("alg", "RS256").put("typ", "JWT");
        String content = part(head) + "." + part(claims(account, colour));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(account.key());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return URI.create(SAVE + content + "." + base64(signature.sign()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a link for Google Wallet could not be signed", impossible);
        }
    }

    private ObjectNode claims(GoogleAccount account, String colour) {
        ObjectNode claims = JSON.createObjectNode()
                .put("iss", account.email())
                .put("aud", "google")
                .put("typ", "savetowallet")
                .put("iat", now.getEpochSecond());
        claims.putArray("origins");
        String kind = account.issuer() + ".lintel-guest-pass";
        ObjectNode payload = claims.putObject("payload");
        payload.putArray("genericClasses").addObject().put("id", kind);
        object(payload.putArray("genericObjects").addObject(), account, kind, colour);
        return claims;
    }

    private void object(ObjectNode object, GoogleAccount account, String kind, String colour) {
        GuestPass pass = visit.pass();
        object.put("id", account.issuer() + "." + stored.serial())
                .put("classId", kind)
                .put("genericType", "GENERIC_ENTRY_TICKET")
                .put("state", state(pass))
                .put("hexBackgroundColor", colour);
        localised(object, "cardTitle", visit.place());
        localised(object, "subheader", texts.forWhom());
        localised(object, "header", texts.visitor());
        if (pass.type() == IdentifierType.QR) {
            object.putObject("barcode")
                    .put("type", "QR_CODE")
                    .put("value", pass.facts().value());
        }
        ObjectNode interval = JSON.createObjectNode();
        moment(interval, "start", pass.facts().validFrom());
        moment(interval, "end", pass.facts().validUntil());
        if (!interval.isEmpty()) {
            object.set("validTimeInterval", interval);
        }
        modules(object.putArray("textModulesData"), pass);
        object.putObject("linksModuleData")
                .putArray("uris")
                .addObject()
                .put("id", "page")
                .put("uri", page.toString())
                .put("description", texts.page());
    }

    private void modules(ArrayNode modules, GuestPass pass) {
        Integer left = pass.passesLeft();
        module(modules, "passes", texts.passesLeft(), left == null ? texts.withoutLimit() : left.toString());
        if (pass.type() == IdentifierType.ACCESS_CODE || pass.type() == IdentifierType.LICENCE_PLATE) {
            module(modules, "code", texts.code(), pass.facts().value());
        }
        String doors = visit.doors().stream().map(VisitorDoor::name).distinct().collect(Collectors.joining(", "));
        module(modules, "doors", texts.doors(), doors);
    }

    private static void module(ArrayNode modules, String id, String header, String body) {
        if (!body.isEmpty()) {
            modules.addObject().put("id", id).put("header", header).put("body", body);
        }
    }

    private String state(GuestPass pass) {
        IdentifierState state = pass.state(now);
        return switch (state) {
            case VALID, NOT_YET -> "ACTIVE";
            case EXPIRED -> "EXPIRED";
            case USED_UP -> "COMPLETED";
            case REVOKED, SUSPENDED -> "INACTIVE";
        };
    }

    private static void moment(ObjectNode interval, String end, @Nullable Instant at) {
        if (at != null) {
            interval.putObject(end).put("date", at.toString());
        }
    }

    private void localised(ObjectNode object, String field, String value) {
        object.putObject(field)
                .putObject("defaultValue")
                .put("language", language.toLanguageTag())
                .put("value", value);
    }

    private static String part(ObjectNode node) {
        return base64(JSON.writeValueAsString(node).getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
