package dev.lintel.standalone.local;

import dev.lintel.standalone.LintelHome;
import dev.lintel.standalone.PrivateFile;
import dev.lintel.ui.security.LocalToken;
import java.io.IOException;
import java.nio.file.Files;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the command line where the running server is, and takes that back when it ends. */
@Component
class LocalAnnouncement {
    private final LintelHome home;
    private final LocalToken token;

    LocalAnnouncement(LintelHome home, LocalToken token) {
        this.home = home;
        this.token = token;
    }

    @EventListener
    void announce(WebServerInitializedEvent event) throws IOException {
        int port = event.getWebServer().getPort();
        PrivateFile.write(LocalServer.file(home.folder()), "http://127.0.0.1:" + port + "\n" + token.secret() + "\n");
    }

    @EventListener(ContextClosedEvent.class)
    void takeBack() throws IOException {
        Files.deleteIfExists(LocalServer.file(home.folder()));
    }
}
