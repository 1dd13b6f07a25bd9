package dev.lintel.ui.guest;

import dev.lintel.domain.access.VisitorDoors;
import dev.lintel.domain.access.VisitorDoors.Opening;
import dev.lintel.domain.access.VisitorDoors.Visit;
import dev.lintel.domain.access.VisitorDoors.VisitorDoor;
import dev.lintel.domain.wallet.WalletPasses;
import dev.lintel.domain.wallet.WalletPasses.Missing;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The page of a visitor: plain pages and forms without any script, so that it comes at once on any phone and is the same
 * after a reload. Whoever has its address can do what the visitor can, and nothing else.
 */
@Controller
@RequestMapping(VisitorPageController.PATH)
class VisitorPageController {
    /** Where visitors' pages are; a secret follows. */
    static final String PATH = "/g";

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType APPLE_PASS = MediaType.parseMediaType("application/vnd.apple.pkpass");
    private static final Pattern KEY = Pattern.compile("[a-z0-9]{8,40}");

    /** What was said of a door is said no longer after that, so that a page that is looked at again does not lie. */
    private static final Duration NEWS = Duration.ofSeconds(20);

    private final VisitorDoors doors;
    private final WalletPasses wallets;
    private final Messages messages;
    private final InstantSource clock;

    VisitorPageController(VisitorDoors doors, WalletPasses wallets, Messages messages, InstantSource clock) {
        this.doors = doors;
        this.wallets = wallets;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/{secret}")
    ResponseEntity<String> page(
            @PathVariable String secret,
            @RequestParam(required = false) @Nullable String said,
            @RequestParam(required = false) @Nullable String door,
            @RequestParam(required = false) @Nullable Long at,
            HttpServletRequest request) {
        Optional<Visit> visit = doors.visit(secret);
        VisitorHtml html = html(request, visit);
        if (visit.isEmpty()) {
            return answer(HttpStatus.NOT_FOUND, html.nothingHere());
        }
        VisitorNews news = said == null || at == null || !isNew(at) ? null : VisitorNews.of(said, door);
        return answer(HttpStatus.OK, html.page(visit.get(), secret, news, offers(request)));
    }

    /** Asks before a door is opened: who carries a phone in a pocket must not open doors with it. */
    @GetMapping("/{secret}/door")
    ResponseEntity<String> ask(
            @PathVariable String secret,
            @RequestParam String device,
            @RequestParam(required = false) @Nullable String point,
            HttpServletRequest request) {
        Optional<Visit> visit = doors.visit(secret);
        VisitorHtml html = html(request, visit);
        Optional<VisitorDoor> door = visit.flatMap(found -> found.doors().stream()
                .filter(one -> one.device().equals(device) && sameText(one.accessPoint(), point))
                .findFirst());
        if (visit.isEmpty() || door.isEmpty()) {
            return answer(HttpStatus.NOT_FOUND, html.nothingHere());
        }
        return door.get().isOpen()
                ? answer(HttpStatus.OK, html.question(visit.get(), secret, door.get()))
                : back(
                        secret,
                        new VisitorNews(door.get().reason().name(), door.get().name()));
    }

    @PostMapping("/{secret}/open")
    ResponseEntity<String> open(
            @PathVariable String secret,
            @RequestParam String device,
            @RequestParam(required = false) @Nullable String point,
            @RequestParam String key,
            HttpServletRequest request) {
        String accessPoint = point == null || point.isEmpty() ? null : point;
        Optional<Visit> before = doors.visit(secret);
        Optional<Opening> opening =
                KEY.matcher(key).matches() ? doors.open(secret, device, accessPoint, key) : Optional.empty();
        if (before.isEmpty() || opening.isEmpty()) {
            return answer(HttpStatus.NOT_FOUND, html(request, before).nothingHere());
        }
        String name = before.get().doors().stream()
                .filter(door -> door.device().equals(device))
                .findFirst()
                .map(VisitorDoor::name)
                .orElse("");
        return back(secret, VisitorNews.of(opening.get(), name));
    }

    @GetMapping("/{secret}/visit.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String secret, HttpServletRequest request) {
        Optional<Visit> visit = doors.visit(secret);
        Optional<String> event = visit.flatMap(found ->
                html(request, visit).event(found, request.getRequestURL().toString(), clock.instant()));
        return event.map(text -> ResponseEntity.ok()
                        .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"visit.ics\"")
                        .body(text.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/{secret}/pass.pkpass")
    ResponseEntity<byte[]> apple(@PathVariable String secret) {
        return wallets.apple(secret)
                .map(file -> ResponseEntity.ok().contentType(APPLE_PASS).body(file))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/{secret}/google-wallet")
    ResponseEntity<Void> google(@PathVariable String secret) {
        return wallets.google(secret)
                .map(link -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(link)
                        .<Void>build())
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private WalletOffers offers(HttpServletRequest request) {
        return new WalletOffers(
                        wallets.missingForApple() == Missing.NOTHING, wallets.missingForGoogle() == Missing.NOTHING)
                .on(request.getHeader(HttpHeaders.USER_AGENT));
    }

    /** To the page itself, so that a reload opens nothing again. */
    private ResponseEntity<String> back(String secret, VisitorNews news) {
        URI page = UriComponentsBuilder.fromPath(PATH + "/{secret}")
                .queryParam("said", "{said}")
                .queryParam("door", "{door}")
                .queryParam("at", clock.millis())
                .encode()
                .buildAndExpand(secret, news.code(), news.door())
                .toUri();
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(page).build();
    }

    private boolean isNew(long at) {
        Duration since = Duration.between(Instant.ofEpochMilli(at), clock.instant());
        return !since.isNegative() && since.compareTo(NEWS) < 0;
    }

    private static boolean sameText(@Nullable String one, @Nullable String other) {
        return (one == null ? "" : one).equals(other == null ? "" : other);
    }

    /** In the language of the browser; of the pass, when the browser does not say. */
    private VisitorHtml html(HttpServletRequest request, Optional<Visit> visit) {
        Locale wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? visit.map(found -> found.pass().language()).orElse(Locale.ENGLISH)
                : request.getLocale();
        return new VisitorHtml(messages, Language.nearest(wanted), clock.instant());
    }

    private static ResponseEntity<String> answer(HttpStatus status, String page) {
        return ResponseEntity.status(status).contentType(HTML).body(page);
    }
}
