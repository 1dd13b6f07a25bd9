package dev.lintel.standalone.local;

import dev.lintel.domain.audit.seal.ExpectedHead;
import dev.lintel.domain.audit.seal.LogVerification;
import dev.lintel.domain.permission.Actor;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The verification of the command line, done by the running server: as that of the REST API, but saying how far it is. */
@RestController
@Hidden
class VerificationController {
    private final LogVerification verification;
    private final JsonMapper json;

    VerificationController(LogVerification verification, JsonMapper json) {
        this.verification = verification;
        this.json = json;
    }

    @PostMapping(LocalServer.VERIFY_LOG)
    void verify(Actor actor, @RequestBody List<ExpectedHead> expected, HttpServletResponse response)
            throws IOException {
        JsonLines<VerificationLine> lines = new JsonLines<>(json, response);
        lines.write(VerificationLine.done(
                verification.verify(actor, expected, done -> lines.write(VerificationLine.progress(done)))));
    }
}
