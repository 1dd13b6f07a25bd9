package dev.lintel.routes.wallet;

import dev.lintel.domain.wallet.WalletDevices;
import dev.lintel.domain.wallet.WalletDevices.Asked;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What phones ask about passes in Apple Wallet; paths and answers are Apple's. */
@Hidden
@RestController
@RequestMapping("/wallet/v1")
class AppleWebService {
    private static final String SCHEME = "ApplePass ";
    private static final String REGISTRATION = "/devices/{device}/registrations/{passType}/{serial}";

    /** What a pass for Apple Wallet is in mails and downloads. */
    private static final MediaType PASS = MediaType.parseMediaType("application/vnd.apple.pkpass");

    private final WalletDevices devices;

    AppleWebService(WalletDevices devices) {
        this.devices = devices;
    }

    /** Where to tell the phone. */
    record Registered(@Nullable String pushToken) {}

    /** Passes that have changed, in Apple's words. */
    record Serials(List<String> serialNumbers, String lastUpdated) {}

    @PostMapping(REGISTRATION)
    ResponseEntity<Void> register(
            @PathVariable String device,
            @PathVariable String passType,
            @PathVariable String serial,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String shown,
            @RequestBody(required = false) @Nullable Registered wanted) {
        String pushToken = wanted == null ? null : wanted.pushToken();
        if (pushToken == null) {
            return ResponseEntity.badRequest().build();
        }
        return status(
                switch (devices.register(device, new Asked(passType, serial, token(shown)), pushToken)) {
                    case NEW -> HttpStatus.CREATED;
                    case KNOWN -> HttpStatus.OK;
                    case REFUSED -> HttpStatus.UNAUTHORIZED;
                });
    }

    @DeleteMapping(REGISTRATION)
    ResponseEntity<Void> unregister(
            @PathVariable String device,
            @PathVariable String passType,
            @PathVariable String serial,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String shown) {
        boolean done = devices.unregister(device, new Asked(passType, serial, token(shown)));
        return status(done ? HttpStatus.OK : HttpStatus.UNAUTHORIZED);
    }

    @GetMapping("/devices/{device}/registrations/{passType}")
    ResponseEntity<Serials> changed(
            @PathVariable String device,
            @PathVariable String passType,
            @RequestParam(required = false) @Nullable String passesUpdatedSince) {
        return devices.changed(device, passType, passesUpdatedSince)
                .map(changed -> ResponseEntity.ok(new Serials(changed.serials(), changed.tag())))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping("/passes/{passType}/{serial}")
    ResponseEntity<byte[]> pass(
            @PathVariable String passType,
            @PathVariable String serial,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String shown,
            @RequestHeader(name = HttpHeaders.IF_MODIFIED_SINCE, required = false) @Nullable String known) {
        return devices.pass(new Asked(passType, serial, token(shown)), instant(known))
                .map(file -> file.pass() == null
                        ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).<byte[]>build()
                        : ResponseEntity.ok()
                                .contentType(PASS)
                                .lastModified(file.changed())
                                .body(file.pass()))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.UNAUTHORIZED).build());
    }

    /** What phones complain about; it is theirs, and could be anything, so it is not kept. */
    @PostMapping("/log")
    @ResponseStatus(HttpStatus.OK)
    void log() {}

    private static ResponseEntity<Void> status(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }

    private static @Nullable String token(@Nullable String shown) {
        return shown != null && shown.startsWith(SCHEME)
                ? shown.substring(SCHEME.length()).strip()
                : null;
    }

    private static @Nullable Instant instant(@Nullable String header) {
        try {
            return header == null
                    ? null
                    : ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .withZoneSameInstant(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeException none) {
            return null;
        }
    }
}
