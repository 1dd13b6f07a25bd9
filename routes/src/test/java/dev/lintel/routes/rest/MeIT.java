package dev.lintel.routes.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.RoutesUnderTest;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.Account;
import dev.lintel.domain.user.Accounts;
import dev.lintel.domain.user.session.Sessions;
import dev.lintel.routes.RoutesIT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

class MeIT extends RoutesIT {
    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    @LocalServerPort
    private int port;

    @BeforeEach
    void anAdministrator() {
        accounts.createFirstAdministrator();
        RoutesUnderTest.actor = accounts.actor(admin());
    }

    @AfterEach
    void theServerItself() {
        RoutesUnderTest.actor = Actor.server();
    }

    @Test
    @Tag("PF-1")
    void changesWhatIsNamedAndNothingElse() throws Exception {
        String me = send("PATCH", "", "{\"name\":\"Anna Bell\",\"timeFormat\":\"h12\",\"email\":\"eve@example.org\"}")
                .body();

        assertThat(me)
                .contains("\"login\":\"admin\"", "\"name\":\"Anna Bell\"", "\"timeFormat\":\"h12\"")
                .contains("\"email\":\"\"", "\"language\":\"en\"", "\"identifierNotation\":\"decimal\"");
        assertThat(send("GET", "", "").body()).isEqualTo(me);
    }

    @Test
    @Tag("PF-1")
    void namesTheFieldThatIsWrong() throws Exception {
        assertThat(send("PATCH", "", "{\"timeZone\":\"Mars/Olympus\"}").body()).contains("timeZone", "Mars/Olympus");
        assertThat(send("PATCH", "", "{\"phone\":\"<script>\"}").body()).contains("\"field\":\"phone\"");
        assertThat(send("PATCH", "", "{\"language\":\"tlh\"}").statusCode()).isEqualTo(400);
    }

    @Test
    @Tag("PF-2")
    void listsAndEndsSessions() throws Exception {
        long session = sessions.begin(admin(), "Firefox, Linux", "192.0.2.1", "password");

        assertThat(send("GET", "/sessions", "").body()).contains("Firefox, Linux", "\"id\":" + session);
        assertThat(send("DELETE", "/sessions/" + session, "").statusCode()).isEqualTo(204);
        assertThat(send("DELETE", "/sessions/" + session, "").statusCode()).isEqualTo(404);
        assertThat(sessions.seen(session)).isFalse();
    }

    @Test
    void theServerItselfIsNobody() throws Exception {
        RoutesUnderTest.actor = Actor.server();

        assertThat(send("GET", "", "").statusCode()).isEqualTo(404);
    }

    private Account admin() {
        return accounts.byLogin("admin").orElseThrow();
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/me" + path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
