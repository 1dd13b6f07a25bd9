package dev.lintel.routes.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.routes.RoutesIT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The week of a door over the REST API. */
@Tag("RU-7")
class DoorWeekOverRestIT extends RoutesIT {
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void aWeekIsToldWithItsDaysAndSpansAndWhatIsWrongIsRefused() throws Exception {
        String base = "/api/v1/projects/" + house("week") + "/users/u1/doors/";
        JsonNode week = ask(base + "d1/week?from=2026-10-19&lock=1&accessPoint=in", 200);
        assertThat(week.at("/timeZone").asString()).isEqualTo("Europe/London");
        assertThat(week.at("/identifiers").toString()).isEqualTo("[\"i1\"]");
        assertThat(week.at("/days")).hasSize(7);
        assertThat(week.at("/days/6").toString()).isEqualTo("""
            {"date":"2026-10-25","start":"2026-10-24T23:00:00Z","end":"2026-10-26T00:00:00Z"}""");
        assertThat(week.at("/spans").toString()).isEqualTo("""
            [{"from":"2026-10-18T23:00:00Z","until":"2026-10-26T00:00:00Z","opens":true,"reason":"granted","locks":[1],\
            "restrictions":[{"id":"r1","name":"Front door"}],"identifiers":["i1"]}]""");
        assertThat(week.at("/workedOutUntil").asString()).isEqualTo("2026-10-26T00:00:00Z");
        assertThat(ask(base + "d1/week?identifier=i2", 200).at("/identifiers").toString())
                .isEqualTo("[\"i2\"]");
        assertThat(ask(base + "d2/week", 200).at("/spans/0/reason").asString()).isEqualTo("no-restriction");

        assertThat(ask(base + "d1/week?from=tomorrow", 400).at("/errors/0").toString())
                .isEqualTo("{\"field\":\"from\",\"reason\":\"\\\"tomorrow\\\" is no date such as 2026-11-30\"}");
        assertThat(ask(base + "d1/week?from=2100-01-01", 400)
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("from");
        assertThat(ask(base + "d1/week?lock=0", 400).at("/errors/0/field").asString())
                .isEqualTo("lock");
        assertThat(ask(base + "nowhere/week", 404).at("/detail").asString())
                .isEqualTo("there is no device \"nowhere\"");
        assertThat(ask(base + "d1/week?draft=true", 404).at("/detail").asString())
                .isEqualTo("there is no rulebook \"draft\"");
        assertThat(ask(base + "d1/week?identifier=nothing", 404).at("/detail").asString())
                .isEqualTo("there is no identifier \"nothing\"");
        assertThat(ask(base.replace("u1", "nobody") + "d1/week", 404)
                        .at("/detail")
                        .asString())
                .isEqualTo("there is no user \"nobody\"");
    }

    private JsonNode ask(String address, int status) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }
}
