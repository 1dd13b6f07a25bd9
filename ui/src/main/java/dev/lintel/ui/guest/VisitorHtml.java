package dev.lintel.ui.guest;

import dev.lintel.domain.access.VisitorDoors.Visit;
import dev.lintel.domain.access.VisitorDoors.VisitorDoor;
import dev.lintel.domain.device.Position;
import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.identifier.IdentifierState;
import dev.lintel.domain.identifier.QrPicture;
import dev.lintel.domain.wire.NewId;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

/** Writes the visitor's page in one language. Whatever comes from people is escaped. */
final class VisitorHtml {
    private final Messages messages;
    private final Language language;
    private final Instant now;

    VisitorHtml(Messages messages, Language language, Instant now) {
        this.messages = messages;
        this.language = language;
        this.now = now;
    }

    /** The page of a pass, with what has just become of a wish. */
    String page(Visit visit, String secret, @Nullable VisitorNews news, WalletOffers wallets) {
        GuestPass pass = visit.pass();
        PassWords words = words(visit);
        IdentifierState state = pass.state(now);
        boolean alive = state == IdentifierState.VALID || state == IdentifierState.NOT_YET;
        String body = (news == null ? "" : said(news))
                + "<h1>" + text(visit.place()) + "</h1>"
                + (pass.visitor().isEmpty() ? "" : "<p class=\"for\">" + t("visitor.for", pass.visitor()) + "</p>")
                + (alive || news != null && news.isGood()
                        ? ""
                        : "<p class=\"over\" role=\"status\">" + t("visitor.state." + state.name()) + "</p>")
                + (pass.message().isEmpty() ? "" : "<blockquote>" + lines(pass.message()) + "</blockquote>")
                + "<dl>" + fact("visitor.from", words.from()) + fact("visitor.until", words.until())
                + fact("visitor.passesLeft", words.passesLeft()) + "</dl>"
                + (alive ? shown(pass) + doors(visit, secret) : "")
                + (alive ? wallets(secret, wallets) + links(visit, secret) : "")
                + "<p class=\"zone\">" + t("visitor.zone", visit.zone().getId()) + "</p>";
        return document(visit.place(), body);
    }

    /** Asks whether a door is really to be opened. */
    String question(Visit visit, String secret, VisitorDoor door) {
        Integer left = visit.pass().passesLeft();
        String costs = left == null ? "" : "<p>" + t("visitor.costs", left) + "</p>";
        String body = """
                <h1>%s</h1>%s
                <form method="post" action="%s/open">
                <input type="hidden" name="device" value="%s"><input type="hidden" name="point" value="%s">
                <input type="hidden" name="key" value="%s">
                <button class="main" type="submit">%s</button>
                </form>
                <p><a class="quiet" href="%s">%s</a></p>""".formatted(
                        t("visitor.question", door.name()),
                        costs,
                        text(path(secret)),
                        text(door.device()),
                        text(Objects.requireNonNullElse(door.accessPoint(), "")),
                        NewId.next(),
                        t("visitor.openNow"),
                        text(path(secret)),
                        t("visitor.notNow"));
        return document(visit.place(), body);
    }

    /** For an address that leads to no pass, or no longer. */
    String nothingHere() {
        return document(
                messages.getTranslation("visitor.nothingTitle", language.locale()),
                "<h1>" + t("visitor.nothingTitle") + "</h1><p>" + t("visitor.nothingText") + "</p>");
    }

    /** The visit for a calendar; empty for a pass without an end. */
    Optional<String> event(Visit visit, String url, Instant stamp) {
        String title = messages.getTranslation("visitor.event", language.locale(), visit.place());
        return VisitorCalendar.event(visit, title, url.replaceFirst("/visit\\.ics$", ""), stamp);
    }

    private String said(VisitorNews news) {
        return "<p class=\"said %s\" role=\"alert\"><span aria-hidden=\"true\">%s</span> %s</p>"
                .formatted(news.isGood() ? "good" : "bad", news.isGood() ? "✓" : "✕", t(news.key(), news.door()));
    }

    /** What is presented at the door. */
    private String shown(GuestPass pass) {
        String value = pass.facts().value();
        return switch (pass.type()) {
            case QR ->
                "<figure><img alt=\"%s\" width=\"260\" height=\"260\" src=\"data:image/png;base64,%s\"><figcaption>%s</figcaption></figure>"
                        .formatted(
                                t("visitor.qr"),
                                Base64.getEncoder().encodeToString(QrPicture.png(value)),
                                t("visitor.qrHelp"));
            case ACCESS_CODE -> presented(value, "visitor.codeHelp");
            case LICENCE_PLATE -> presented(value, "visitor.plateHelp");
            default -> "";
        };
    }

    private String presented(String value, String help) {
        return "<figure><p class=\"code\">%s</p><figcaption>%s</figcaption></figure>".formatted(text(value), t(help));
    }

    private String doors(Visit visit, String secret) {
        return visit.doors().stream()
                .map(door -> door(door, secret))
                .collect(Collectors.joining(
                        "", "<section><h2>" + t("visitor.doors") + "</h2><ul class=\"doors\">", "</ul></section>"));
    }

    private String door(VisitorDoor door, String secret) {
        String point = door.accessPoint();
        String name = text(door.name()) + (point == null ? "" : " <small>" + text(point) + "</small>");
        if (!door.isOpen()) {
            return "<li><span class=\"door\">%s</span><span class=\"shut\">%s</span></li>"
                    .formatted(name, t(VisitorNews.reasonKey(door.reason())));
        }
        String address = path(secret) + "/door?device=" + UriUtils.encode(door.device(), "UTF-8")
                + (point == null ? "" : "&point=" + UriUtils.encode(point, "UTF-8"));
        return "<li><span class=\"door\">%s</span><a class=\"main\" href=\"%s\">%s</a></li>"
                .formatted(name, text(address), t("visitor.open"));
    }

    private String wallets(String secret, WalletOffers offers) {
        return (offers.apple() ? wallet(secret, "pass.pkpass", "wallet.appleAdd") : "")
                + (offers.google() ? wallet(secret, "google-wallet", "wallet.googleAdd") : "");
    }

    private String wallet(String secret, String page, String caption) {
        return "<p><a class=\"wallet\" href=\"%s/%s\">%s</a></p>".formatted(text(path(secret)), page, t(caption));
    }

    private String links(Visit visit, String secret) {
        String calendar = visit.pass().facts().validUntil() == null
                ? ""
                : "<p><a class=\"quiet\" href=\"%s/visit.ics\">%s</a></p>"
                        .formatted(text(path(secret)), t("visitor.calendar"));
        return directions(visit.doors()) + calendar;
    }

    /** The way to each place at which there are doors: on the web for every phone, and in the app for maps. */
    private String directions(List<VisitorDoor> doors) {
        Map<Position, String> places = new LinkedHashMap<>();
        for (VisitorDoor door : doors) {
            if (door.position() != null) {
                places.putIfAbsent(door.position(), door.name());
            }
        }
        boolean one = places.size() == 1;
        return places.entrySet().stream()
                .map(place -> way(
                        place.getKey(), one ? t("visitor.directions") : t("visitor.directionsTo", place.getValue())))
                .collect(Collectors.joining());
    }

    /** @param caption escaped */
    private String way(Position to, String caption) {
        return """
                <p class="ways"><a class="quiet" href="https://www.google.com/maps/dir/?api=1&amp;destination=%s" \
                rel="noreferrer">%s</a>
                <a class="quiet" href="geo:%s?q=%s">%s</a></p>""".formatted(to, caption, to, to, t("visitor.mapApp"));
    }

    private String fact(String key, String value) {
        return "<div><dt>" + t(key) + "</dt><dd>" + text(value) + "</dd></div>";
    }

    private PassWords words(Visit visit) {
        return new PassWords(messages, language.locale(), visit.zone(), visit.pass());
    }

    private String document(String title, String body) {
        return """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex, nofollow"><meta name="referrer" content="no-referrer">
                <meta name="color-scheme" content="light dark">
                <title>%s</title><link rel="stylesheet" href="/css/visitor.css"></head>
                <body><main>%s</main></body></html>
                """.formatted(language.locale().toLanguageTag(), text(title), body);
    }

    private static String path(String secret) {
        return VisitorPageController.PATH + "/" + UriUtils.encode(secret, "UTF-8");
    }

    private String t(String key, Object... arguments) {
        return text(messages.getTranslation(key, language.locale(), arguments));
    }

    private static String lines(String text) {
        return text(text).replace("\n", "<br>");
    }

    private static String text(String plain) {
        return HtmlUtils.htmlEscape(plain, "UTF-8");
    }
}
