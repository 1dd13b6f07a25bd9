package dev.lintel.routes.basip;

import dev.lintel.domain.access.AccessAnswer;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AccessService;
import dev.lintel.domain.access.Channel;
import dev.lintel.domain.access.RequestOrigin;
import dev.lintel.domain.device.DeviceRegistry;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.routes.basip.ValidationCodec.Presented;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers panels that ask about each identifier. A panel proves itself by the token in its URL, since it sends no header.
 * An unknown token gets 401 and no verdict; what the panel does then is what it does without a server.
 */
@RestController
@RequestMapping("/api/v0/remote/validate")
@SecurityRequirements
@Tag(name = "BAS-IP panels", description = "Panels as they are; to be set up in the panel, not called by programs.")
class ValidationController {
    private static final int WRONG_TOKENS_PER_MINUTE = 30;

    private final DeviceRegistry devices;
    private final AccessService access;
    private final InstantSource clock;
    private final Attempts wrongTokens;

    ValidationController(DeviceRegistry devices, AccessService access, InstantSource clock) {
        this.devices = devices;
        this.access = access;
        this.clock = clock;
        this.wrongTokens = new Attempts(clock, WRONG_TOKENS_PER_MINUTE);
    }

    @PostMapping("/{token}")
    @Operation(summary = "Remote validation", description = """
                    Set `https://<server>/api/v0/remote/validate/<token>` as custom server in the panel; the token comes \
                    from `POST /api/v1/devices/{serial}/credentials`. Body: `{"identifier_number":"AA:BB:CC:DD", \
                    "identifier_type":"card"}`, types card, ukey, input_code, qr, face_id, license_plate. Answer: \
                    `{"handled":true,"access":{"granted":true,"lock_number":1}}`; lock 0 is all locks of the panel. If \
                    several but not all locks are granted, it is the first of them. For a type that the server does not \
                    have the answer is `{"handled":false}`, and the panel decides by its own list.""")
    @ApiResponse(responseCode = "200", description = "The verdict")
    @ApiResponse(responseCode = "401", description = "No panel has that token")
    ResponseEntity<byte[]> validate(@PathVariable String token, HttpServletRequest request) throws IOException {
        return answer(token, request);
    }

    @PostMapping
    @Operation(summary = "Remote validation with the token as query parameter")
    ResponseEntity<byte[]> validateByQuery(
            @RequestParam(required = false) @Nullable String token, HttpServletRequest request) throws IOException {
        return answer(token == null ? "" : token, request);
    }

    private ResponseEntity<byte[]> answer(String token, HttpServletRequest request) throws IOException {
        String serial = serial(token, request.getRemoteAddr());
        Presented presented = ValidationCodec.read(request.getInputStream().readAllBytes());
        devices.asked(serial);
        return PanelReplies.json(presented
                .type()
                .map(type -> decide(serial, type, presented.number()))
                .orElseGet(ValidationCodec::notHandled));
    }

    private byte[] decide(String serial, IdentifierType type, String number) {
        AccessAnswer answer = access.ask(
                new AccessRequest(serial, null, null, type, number, clock.instant()),
                new RequestOrigin(Channel.BASIP, null, null));
        return ValidationCodec.answer(answer.decision(), answer.facts().device());
    }

    private String serial(String token, String address) {
        if (!wrongTokens.mayTry(address)) {
            throw new PanelReplies.NotLoggedInException(HttpStatus.TOO_MANY_REQUESTS, "too many wrong tokens");
        }
        return devices.serialOfUrlToken(token).orElseThrow(() -> {
            wrongTokens.failed(address);
            return new PanelReplies.NotLoggedInException(HttpStatus.UNAUTHORIZED, "unknown token");
        });
    }
}
