package dev.lintel.routes.basip;

import dev.lintel.domain.device.DeviceRegistry;
import dev.lintel.routes.wire.Fields;
import dev.lintel.routes.wire.Json;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The management protocol of panels over HTTP: they log in, push their logs, and say that they are there. */
@RestController
@RequestMapping("/api/v0/devices")
@SecurityRequirements
@Tag(name = "BAS-IP panels")
class ManagementController {
    private static final int WRONG_LOGINS_PER_MINUTE = 10;

    /** More, because all panels of a house may come from one address. */
    private static final int WRONG_LOGINS_PER_MINUTE_AND_ADDRESS = 100;

    private static final String BEARER = "Bearer ";

    private final PanelSessions sessions;
    private final PanelLogs logs;
    private final DeviceRegistry devices;
    private final Attempts wrongBySerial;
    private final Attempts wrongByAddress;

    ManagementController(PanelSessions sessions, PanelLogs logs, DeviceRegistry devices, InstantSource clock) {
        this.sessions = sessions;
        this.logs = logs;
        this.devices = devices;
        this.wrongBySerial = new Attempts(clock, WRONG_LOGINS_PER_MINUTE);
        this.wrongByAddress = new Attempts(clock, WRONG_LOGINS_PER_MINUTE_AND_ADDRESS);
    }

    @PostMapping("/login")
    @Operation(
            summary = "Log in",
            description = "`{\"login\":\"<serial>\",\"password\":\"…\"}` gives `{\"token\":\"…\"}`.")
    ResponseEntity<byte[]> login(HttpServletRequest request) throws IOException {
        Fields body = Fields.of(Json.read(request.getInputStream().readAllBytes()), "");
        String serial = body.text("login", 200);
        String address = request.getRemoteAddr();
        if (!wrongByAddress.mayTry(address) || !wrongBySerial.mayTry(serial)) {
            throw new PanelReplies.NotLoggedInException(HttpStatus.TOO_MANY_REQUESTS, "too many wrong logins");
        }
        String token = sessions.login(serial, body.text("password", 200)).orElseThrow(() -> {
            wrongByAddress.failed(address);
            wrongBySerial.failed(serial);
            return new PanelReplies.NotLoggedInException(HttpStatus.UNAUTHORIZED, "wrong login or password");
        });
        devices.asked(serial);
        return token(token);
    }

    @PutMapping("/logs")
    @Operation(summary = "Push logs", description = """
                    `{"events":[{"created_at":1763800000000,"category":"access","code":"…","priority":"low","info":{}}]}`. \
                    Stored once however often it is pushed: what counts is serial number, time, code and info.""")
    void logs(
            @Parameter(hidden = true) @RequestHeader(name = "Authorization", required = false) @Nullable String bearer,
            HttpServletRequest request)
            throws IOException {
        String serial = serial(bearer);
        logs.take(serial, request.getInputStream().readAllBytes());
        devices.asked(serial);
    }

    @PostMapping("/pong")
    @Operation(summary = "Say that the panel is there")
    void pong(
            @Parameter(hidden = true) @RequestHeader(name = "Authorization", required = false) @Nullable
                    String bearer) {
        devices.asked(serial(bearer));
    }

    @PostMapping("/refresh")
    @Operation(summary = "Let the token live longer", description = "Any use of it does that, too.")
    ResponseEntity<byte[]> refresh(
            @Parameter(hidden = true) @RequestHeader(name = "Authorization", required = false) @Nullable
                    String bearer) {
        devices.asked(serial(bearer));
        return token(secret(bearer));
    }

    private String serial(@Nullable String bearer) {
        return sessions.serial(secret(bearer))
                .orElseThrow(() -> new PanelReplies.NotLoggedInException(HttpStatus.UNAUTHORIZED, "Log In"));
    }

    private static String secret(@Nullable String bearer) {
        return bearer != null && bearer.startsWith(BEARER)
                ? bearer.substring(BEARER.length()).strip()
                : "";
    }

    private static ResponseEntity<byte[]> token(String token) {
        return PanelReplies.json(
                Json.mapper().writeValueAsBytes(Json.mapper().createObjectNode().put("token", token)));
    }
}
