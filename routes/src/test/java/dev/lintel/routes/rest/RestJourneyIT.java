package dev.lintel.routes.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.RoutesUnderTest;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.routes.RoutesIT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class RestJourneyIT extends RoutesIT {
    private static final String QUESTION = """
            {"device":"REST-1","accessPoint":"in","lock":1,"identifier":{"type":"card","value":"12345678"}%s}""";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    private record Answer(int status, JsonNode body) {
        JsonNode at(String pointer) {
            return body.at(pointer);
        }

        String errors() {
            return body.get("errors").toString();
        }
    }

    @AfterEach
    void everythingIsPermittedAgain() {
        RoutesUnderTest.actor = Actor.server();
    }

    @Test
    @Tag("AL-1")
    @Tag("RU-1")
    void aSiteIsImportedAskedAboutAndItsLogRead() throws Exception {
        String site = TestSites.house("REST");
        Answer plan = send("POST", "/api/v1/sites/import?dryRun=true", site);
        assertThat(plan.status()).as(plan.body().toString()).isEqualTo(200);
        assertThat(plan.at("/stored").booleanValue()).isFalse();
        Answer stored = send("POST", "/api/v1/sites/import", site);
        assertThat(stored.at("/changes/devices/added").intValue()).isEqualTo(2);
        assertThat(send("GET", "/api/v1/projects?name=rest", null)
                        .at("/rows/0/name")
                        .asString())
                .isEqualTo("REST");
        assertThat(raw("GET", "/api/v1/lists/projects/export?columns=name&name=rest", null))
                .contains("REST");

        Answer asked = send("POST", "/api/v1/decisions", QUESTION.formatted(",\"at\":\"2026-01-05T10:00:00Z\""));
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(200);
        assertThat(asked.at("/logId").isNull()).isTrue();
        assertThat(asked.at("/decision/facts/device/serial").asString()).isEqualTo("REST-1");
        assertThat(asked.at("/decision/whyNot").size()).isZero();

        Answer recorded = send("POST", "/api/v1/decisions?record=true", QUESTION.formatted(""));
        long id = recorded.at("/logId").longValue();
        Answer page = send("GET", "/api/v1/acs-log?identifier=345678&limit=1", null);
        assertThat(page.at("/entries/0/id").longValue()).isEqualTo(id);
        assertThat(page.at("/entries/0/channel").asString()).isEqualTo("rest");
        Answer entry = send("GET", "/api/v1/acs-log/" + id, null);
        assertThat(entry.at("/decision/sentence").asString()).startsWith("en:");
        assertThat(entry.at("/decision/facts")).isEqualTo(recorded.at("/decision/facts"));

        long project = stored.at("/project").longValue();
        String export = raw("GET", "/api/v1/sites/" + project + "/export", null);
        assertThat(send("POST", "/api/v1/sites/import?prune=true", export)
                        .at("/changes")
                        .toString())
                .doesNotContain("1");
    }

    @Test
    void namesEverythingThatIsWrongWithASite() throws Exception {
        Answer refused =
                send("POST", "/api/v1/sites/import", "{\"kind\":\"group\",\"id\":\"g1\",\"colour\":1}\nnonsense\n");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("errors").size()).isGreaterThan(1);
        assertThat(refused.at("/errors/0").has("line")).isTrue();
    }

    @Test
    void namesFieldAndReasonOfWhatItRefuses() throws Exception {
        assertThat(send("POST", "/api/v1/decisions", "{\"device\":").errors()).contains("not well-formed JSON");
        assertThat(send("POST", "/api/v1/decisions", "{\"device\":[1]}").errors())
                .contains("\"field\":\"device\"");
        assertThat(send("POST", "/api/v1/decisions", QUESTION.formatted("").replace("card", "crad"))
                        .errors())
                .contains("identifier.type", "crad", "licence-plate");
        assertThat(send("POST", "/api/v1/decisions", QUESTION.formatted(",\"at\":\"noon\""))
                        .errors())
                .contains("\"field\":\"at\"", "noon");
        assertThat(send("GET", "/api/v1/acs-log?verdict=maybe", null).errors()).contains("grant, deny");
        assertThat(send("GET", "/api/v1/acs-log?limit=5000", null).errors()).contains("1 to 1000");
        assertThat(send("GET", "/api/v1/acs-log?before=x", null).errors()).contains("\"field\":\"before\"");
    }

    @Test
    void anUnknownOperationIsAProblemLikeAnyOther() throws Exception {
        Answer unknown = send("GET", "/api/v1/nothing", null);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.at("/detail").asString()).isEqualTo("there is no operation GET \"/api/v1/nothing\"");
        assertThat(send("DELETE", "/api/v1/projects", null).status()).isEqualTo(405);
    }

    @Test
    void whatIsElsewhereLooksLikeWhatDoesNotExist() throws Exception {
        house("ELSE");
        RoutesUnderTest.actor = TestActors.ofProject(
                -1, Permission.DEVICE_EDIT, Permission.DEVICE_OPEN_LOCK, Permission.DECISION_EXPLAIN);
        Answer hidden = send("POST", "/api/v1/devices/ELSE-1/credentials", "");
        Answer missing = send("POST", "/api/v1/devices/NONE-1/credentials", "");
        assertThat(hidden.status()).isEqualTo(404).isEqualTo(missing.status());
        Answer asked = send(
                "POST", "/api/v1/decisions?record=true", QUESTION.formatted("").replace("REST-1", "ELSE-1"));
        assertThat(asked.at("/decision/reason").asString()).isEqualTo("device-unknown");
        assertThat(asked.at("/logId").isNull()).isTrue();
    }

    @Test
    @Tag("SE-4")
    void aMailServerIsSetTestedAndRemoved() throws Exception {
        String server = """
                {"host":"localhost","port":%d,"encryption":"none","senderAddress":"%s","user":"door","password":"three kettles","version":%d}""";
        assertThat(send("GET", "/api/v1/mail-server", null).status()).isEqualTo(404);
        assertThat(send("PUT", "/api/v1/mail-server", server.formatted(0, "nobody", 0))
                        .errors())
                .contains("\"field\":\"port\"", "port-out-of-range", "\"field\":\"senderAddress\"", "nobody");

        Answer stored = send("PUT", "/api/v1/mail-server", server.formatted(1, "door@example.org", 0));
        assertThat(stored.status()).as(stored.body().toString()).isEqualTo(200);
        assertThat(stored.at("/hasPassword").booleanValue()).isTrue();
        assertThat(stored.body().toString()).doesNotContain("kettles");
        assertThat(send("PUT", "/api/v1/mail-server", server.formatted(1, "door@example.org", 0))
                        .status())
                .isEqualTo(409);

        Answer tested = send(
                "POST",
                "/api/v1/mail-server/test",
                "{\"to\":\"me@example.org\",\"server\":" + server.formatted(1, "door@example.org", 0) + "}");
        assertThat(tested.at("/problem").asString()).isEqualTo("unreachable");
        assertThat(raw("DELETE", "/api/v1/mail-server", null)).isEmpty();
        assertThat(send("GET", "/api/v1/mail-server", null).status()).isEqualTo(404);
        assertThat(send("POST", "/api/v1/mails/1/retry", "").status()).isEqualTo(404);
        assertThat(send("GET", "/api/v1/mails?state=lost", null).errors()).contains("queued, sending, sent, failed");
        assertThat(send("GET", "/api/v1/mails?to=nobody&state=failed", null)
                        .at("/rows")
                        .isEmpty())
                .isTrue();
    }

    @Test
    @Tag("SE-5")
    void theTextOfAMailIsReplacedAndGivenBack() throws Exception {
        String path = "/api/v1/mail-templates/password-recovery/uk";
        assertThat(send("GET", "/api/v1/mail-templates", null).body().size())
                .as("seven mails in three languages")
                .isEqualTo(21);
        assertThat(send("PUT", path, "{\"subject\":\"S\",\"body\":\"<p>no link</p><script>x()</script>\"}")
                        .errors())
                .contains("placeholder-missing: \\\"{link}\\\"", "html-not-allowed: \\\"<script>\\\"");

        String good = "{\"subject\":\"Own\",\"body\":\"<p><a href='{link}'>{server}</a></p>\"}";
        assertThat(send("POST", path + "/preview", good).at("/html").asString()).contains("https://lintel.example.org");
        assertThat(send("PUT", path, good).at("/origin").asString()).isEqualTo("server");
        assertThat(send("GET", path, null).at("/subject").asString()).isEqualTo("Own");
        assertThat(send("DELETE", path, null).at("/origin").asString()).isEqualTo("built-in");

        assertThat(send("GET", path + "?project=999999", null).status()).isEqualTo(404);
        assertThat(send("GET", "/api/v1/mail-templates/nonsense/uk", null).status())
                .isEqualTo(404);
    }

    @Test
    void saysWhichPermissionIsMissing() throws Exception {
        RoutesUnderTest.actor = TestActors.ofServer(Permission.DECISION_EXPLAIN);
        Answer refused = send("POST", "/api/v1/decisions?record=true", QUESTION.formatted(""));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/permission").asString()).isEqualTo("device.open-lock");
    }

    @Test
    @Tag("AR-2")
    void describesItself() throws Exception {
        Answer openApi = send("GET", "/v3/api-docs", null);
        assertThat(openApi.body().get("paths").propertyNames())
                .contains("/api/v1/decisions", "/api/v1/acs-log", "/api/v1/sites/import");
        assertThat(openApi.body().toString()).doesNotContain("\"name\":\"actor\"");
        assertThat(raw("GET", "/asyncapi.yaml", null)).startsWith("asyncapi: 3.0.0");
    }

    private Answer send(String method, String path, @Nullable String body) throws Exception {
        var response = http.send(request(method, path, body), BodyHandlers.ofString());
        JsonNode json = response.body().isEmpty()
                ? JsonNodeFactory.instance.objectNode()
                : JsonMapper.shared().readTree(response.body());
        return new Answer(response.statusCode(), json);
    }

    private String raw(String method, String path, @Nullable String body) throws Exception {
        return http.send(request(method, path, body), BodyHandlers.ofString()).body();
    }

    private HttpRequest request(String method, String path, @Nullable String body) {
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Language", "en")
                .method(method, publisher)
                .build();
    }
}
