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
    @Tag("DA-5")
    void arrangesTheDashboardAndNamesWhatIsWrongWithALayout() throws Exception {
        String usual = send("GET", "/dashboard", "").body();
        assertThat(usual).isEqualTo("{\"widgets\":[" + widget(true, 2, 1) + "]}");

        String layout = "{\"widgets\":[" + widget(false, 6, 8) + "]}";
        assertThat(send("PUT", "/dashboard", layout).body()).isEqualTo(layout);
        assertThat(send("GET", "/dashboard", "").body()).isEqualTo(layout);
        refused(
                "{\"widgets\":[{\"widget\":\"lift\",\"width\":1,\"height\":1}]}",
                "widgets[0].widget",
                "\\\"lift\\\" is unknown");
        refused("{\"widgets\":[" + widget(true, 7, 1) + "]}", "widgets[0].width", "7 is not from 1 to 6");
        refused("{\"widgets\":[" + widget(true, 1, 0) + "]}", "widgets[0].height", "0 is not from 1 to 8");
        refused(
                "{\"widgets\":[" + widget(true, 1, 1) + "," + widget(true, 1, 1) + "]}",
                "widgets[1].widget",
                "named twice");
        refused("{\"widgets\":[{\"widget\":\"doors\"}]}", "widgets[0].width", "is missing");
        refused("{}", "widgets", "is missing");
        assertThat(send("GET", "/dashboard", "").body()).isEqualTo(layout);
        assertThat(send("DELETE", "/dashboard", "").body()).isEqualTo(usual);
    }

    private void refused(String layout, String field, String reason) throws Exception {
        HttpResponse<String> answer = send("PUT", "/dashboard", layout);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"", reason);
    }

    private static String widget(boolean shown, int width, int height) {
        return "{\"widget\":\"doors\",\"shown\":" + shown + ",\"width\":" + width + ",\"height\":" + height + "}";
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
