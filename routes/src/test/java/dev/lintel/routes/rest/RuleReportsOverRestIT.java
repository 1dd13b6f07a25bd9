package dev.lintel.routes.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lintel.RoutesUnderTest;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.routes.RoutesIT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports on rules over the REST API. */
@Tag("RU-7")
class RuleReportsOverRestIT extends RoutesIT {
    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    private String base = "";

    @BeforeEach
    void house() throws Exception {
        rulesOf("reports");
    }

    private void rulesOf(String house) throws Exception {
        house(house);
        Long project = jdbc.queryForObject("select id from project where name = ?", Long.class, house);
        jdbc.update("delete from rulebook where project_id = ?", project);
        base = "http://127.0.0.1:" + port + "/api/v1/projects/" + Objects.requireNonNull(project) + "/rulebook";
    }

    @AfterEach
    void everythingIsPermittedAgain() {
        RoutesUnderTest.actor = Actor.server();
        jdbc.update("delete from account where login = 'rosa@example.org'");
    }

    @Test
    void whatWasInForceWhatChangedAndWhatNobodyNeededIsTold() throws Exception {
        assertThat(send("GET", "/reports/in-force?at=2026-01-01T00:00:00Z", "", 200)
                        .at("/version")
                        .isNull())
                .isTrue();
        send("PUT", "/settings", "{\"secondPerson\":false}", 204);
        JsonNode draft = send("PUT", "/draft", """
                {"policies":[{"name":"Tell of it","effect":"notify"}],
                 "outcomeTables":[{"name":"Limits","kind":"guest-limits","rows":[{"outcome":{"days":1}}]}]}""", 200);
        send("POST", "/draft/publication", "{\"edition\":" + draft.at("/edition") + "}", 200);

        String years = "/reports/changes?from=2020-01-01T00:00:00Z&until=2100-01-01T00:00:00Z";
        JsonNode changes = send("GET", years, "", 200);
        assertThat(changes).hasSize(1);
        assertThat(changes.at("/0/authors/0").asString()).isEqualTo("server");
        assertThat(changes.at("/0/changes/0/kind").asString()).isEqualTo("added");
        assertThat(changes.at("/0/changes/0/rule/policy/name").asString()).isEqualTo("Tell of it");
        assertThat(changes.at("/0/changes/0/before").isNull()).isTrue();
        assertThat(changes.at("/0/changes/1/rule/policy").isNull()).isTrue();
        assertThat(changes.at("/0/changes/1/rule/row").asInt()).isEqualTo(1);
        assertThat(changes.at("/0/changes/1/rule/outcome/table").asString()).isEqualTo("Limits");
        assertThat(changes.at("/0/changes/1/rule/outcome/says/outcome/days").asInt())
                .isEqualTo(1);
        assertThat(send("GET", "/reports/in-force?at=" + Instant.now(), "", 200)
                        .at("/version/outcomeTables/0/name")
                        .asString())
                .isEqualTo("Limits");
        JsonNode unused = send("GET", "/reports/unused?days=30", "", 200);
        assertThat(unused.at("/rules")).hasSize(2);
        assertThat(unused.at("/rules/0/policy/name").asString()).isEqualTo("Tell of it");
        assertThat(unused.at("/rules/1/outcome/table").asString()).isEqualTo("Limits");
        assertThat(unused.at("/restrictions/0/name").asString()).isNotEmpty();
        send("GET", "/reports/unused?days=0", "", 400);
        send("GET", "/reports/in-force?at=yesterday", "", 400);
        send("GET", "/reports/changes?from=2026-01-02T00:00:00Z&until=2026-01-01T00:00:00Z", "", 400);
    }

    @Test
    void whatPoliciesCountAndFlagIsTold() throws Exception {
        rulesOf("counted");
        send("PUT", "/settings", "{\"secondPerson\":false}", 204);
        JsonNode draft = send("PUT", "/draft", """
                {"policies":[{"name":"Passes","effect":"count"},{"name":"Look at it","effect":"flag"},
                             {"name":"Wide door","effect":"second-lock"}]}""", 200);
        send("POST", "/draft/publication", "{\"edition\":" + draft.at("/edition") + "}", 200);
        String rules = base;
        base = base.substring(0, base.indexOf("/projects"));
        JsonNode decision = send("POST", "/decisions?record=true", """
                {"device":"counted-1","accessPoint":"in","lock":"1","identifier":{"type":"card","value":"12345678"}}""", 200).at("/decision");
        assertThat(decision.at("/policies/2/effect").asString()).isEqualTo("second-lock");
        JsonNode flagged = send("GET", "/acs-log?filter=flagged:is:true", "", 200);
        assertThat(flagged.at("/entries/0/flags/0").asString()).isEqualTo("Look at it");
        base = rules;

        await().untilAsserted(() -> {
            JsonNode counted = send("GET", "/reports/counted?days=1", "", 200);
            assertThat(counted.at("/0/name").asString()).isEqualTo("Passes");
            assertThat(counted.at("/0/opened").asInt()).isEqualTo(1);
        });
        send("GET", "/reports/counted?days=0", "", 400);
    }

    @Test
    void aReportIsWantedByMail() throws Exception {
        assertThat(send("PUT", "/reports/mail", "{\"every\":\"week\"}", 400)
                        .at("/errors/0/reason")
                        .asString())
                .isEqualTo("no-address");
        Long id = jdbc.queryForObject("""
                insert into account (login, password_hash, must_change_password, locale)
                values ('rosa@example.org', '', false, 'en') returning id""", Long.class);
        RoutesUnderTest.actor = new Actor("rosa@example.org", id, Set.of(Permission.values()), null, null);
        assertThat(send("GET", "/reports/mail", "", 200).at("/every").isNull()).isTrue();
        send("PUT", "/reports/mail", "{\"every\":\"day\"}", 400);
        JsonNode weekly = send("PUT", "/reports/mail", "{\"every\":\"week\"}", 200);
        assertThat(weekly.at("/every").asString()).isEqualTo("week");
        assertThat(send("GET", "/reports/mail", "", 200).at("/next")).isEqualTo(weekly.at("/next"));
        assertThat(send("PUT", "/reports/mail", "{\"every\":null}", 200)
                        .at("/next")
                        .isNull())
                .isTrue();
    }

    private JsonNode send(String method, String path, String body, int status) throws Exception {
        var response = http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(response.statusCode())
                .as("%s %s: %s", method, path, response.body())
                .isEqualTo(status);
        return response.body().isEmpty()
                ? JsonMapper.shared().createObjectNode()
                : JsonMapper.shared().readTree(response.body());
    }
}
