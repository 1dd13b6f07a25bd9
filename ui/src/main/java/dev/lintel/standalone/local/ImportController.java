package dev.lintel.standalone.local;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.site.Sites;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The import of the command line, done by the running server: as that of the REST API, but saying how far it is. */
@RestController
@Hidden
class ImportController {
    private final Sites sites;
    private final JsonMapper json;

    ImportController(Sites sites, JsonMapper json) {
        this.sites = sites;
        this.json = json;
    }

    @PostMapping(LocalServer.IMPORT)
    void load(
            Actor actor,
            InputStream file,
            @RequestParam boolean dryRun,
            @RequestParam boolean prune,
            HttpServletResponse response)
            throws IOException {
        JsonLines<ImportLine> lines = new JsonLines<>(json, response);
        new Loading(dryRun, prune).load(sites, actor, file, lines::write);
    }
}
