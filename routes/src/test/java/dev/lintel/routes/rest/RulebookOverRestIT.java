package dev.lintel.routes.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.TestSites;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.rulebook.ReadyMadePolicy;
import dev.lintel.domain.site.Sites;
import dev.lintel.routes.RoutesIT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A rulebook over the REST API, from the first draft to the way back. */
@Tag("RU-5")
class RulebookOverRestIT extends RoutesIT {
    private static final String NIGHT = """
            {"name":"Couriers at night","effect":"deny","holders":{"kinds":["courier"]},
             "times":{"days":["monday"],"from":"22:00","to":"08:00","holidays":"excluded"},"reasons":{"en":"By day, please."}}""";

    private static final String AREA = """
            {"kind":"site","name":"area","timeZone":"Europe/London"}
            {"kind":"group","id":"a1","type":"building","name":"Area <b>"}
            {"kind":"device","id":"gate","group":"a1","serial":"AREA-1","name":"Gate","locks":1}
            {"kind":"restriction","id":"way","name":"Way","lines":[{"device":"gate"}]}
            {"kind":"grant","restriction":"way","to":{"group":"a1"}}
            {"kind":"user","id":"p1","name":"Anna","groups":["a1"]}
            {"kind":"user","id":"p2","name":"Boris","groups":["a1"]}
            {"kind":"user","id":"p3","name":"Cara","groups":["a1"]}
            {"kind":"identifier","id":"c1","user":"p1","type":"card","value":"1001"}
            {"kind":"identifier","id":"c2","user":"p2","type":"card","value":"1002"}
            {"kind":"identifier","id":"c3","user":"p3","type":"card","value":"1003"}
            """;

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Sites sites;

    @LocalServerPort
    private int port;

    private String base = "";

    @BeforeEach
    void house() throws Exception {
        house("rules");
        Long project = jdbc.queryForObject("select id from project where name = 'rules'", Long.class);
        jdbc.update("delete from rulebook");
        jdbc.update("delete from rulebook_alone");
        base = "http://127.0.0.1:" + port + "/api/v1/projects/" + Objects.requireNonNull(project) + "/rulebook";
    }

    @Test
    void aTableIsTriedWithItsScenariosAndInvariants() throws Exception {
        String row =
                "{\"effect\":\"deny\",\"holders\":{\"kinds\":[\"resident\"]},\"times\":{\"from\":\"22:00\",\"to\":\"08:00\"}}";
        String table = "{\"name\":\"By hours <b>\",\"hit\":\"first\",\"rows\":[" + row + "," + row + "]}";
        String device = Objects.requireNonNull(jdbc.queryForObject(
                "select min(device.id) from device join project p on p.id = project_id where p.name = 'rules'",
                String.class));
        String scenario =
                "{\"name\":\"By day\",\"request\":{\"kind\":\"resident\",\"identifier\":\"card\",\"device\":\"" + device
                        + "\",\"at\":\"2026-05-04T12:00\"},\"expected\":\"grant\"}";
        String invariant = "{\"name\":\"Nobody is kept out\",\"kind\":\"never-kept-out\"}";
        JsonNode draft = send(
                "PUT",
                "/draft",
                "{\"tables\":[" + table + "],\"scenarios\":[" + scenario + "],\"invariants\":[" + invariant + "]}",
                200);
        assertThat(draft.at("/policies").size()).isZero();
        assertThat(draft.at("/tables/0/name").asString()).isEqualTo("By hours <b>");
        assertThat(draft.at("/tables/0/rows/0/times/from").asString()).isEqualTo("22:00");
        assertThat(draft.at("/scenarios/0/request/allowed").asBoolean()).isTrue();

        JsonNode trial = send("POST", "/trial", "{\"tables\":[" + table + "]}", 200);
        assertThat(trial.at("/scenarios/0/verdict").asString()).isEqualTo("grant");
        assertThat(trial.at("/invariants/0/id").asString()).isEqualTo("egress");
        assertThat(trial.at("/coverage/allRules").asInt()).isEqualTo(2);
        assertThat(trial.at("/diagnostics").toString()).contains("\"gap\"", "\"shadowed\"");

        JsonNode wrong = send("POST", "/check", "{\"tables\":[{\"name\":\"\",\"rows\":[]}]}", 200);
        assertThat(wrong.toString()).contains("tables[0].name", "tables[0].rows");
        JsonNode unread = send("POST", "/check", "{\"scenarios\":[{\"name\":\"x\",\"expected\":\"maybe\"}]}", 400);
        assertThat(unread.at("/errors/0/field").asString()).isEqualTo("scenarios[0].expected");
    }

    @Test
    @Tag("RU-4")
    void aTableOfOtherDecisionsIsTriedWithItsScenarios() throws Exception {
        String table = """
                {"name":"Visitors","kind":"guest-limits","rows":[
                 {"holders":{"kinds":["courier"]},"outcome":{"days":1}}]}""";
        String scenario = """
                {"name":"Courier <b>","about":"guest-limits","question":{"kind":"courier","identifier":"qr"},"outcome":%s}""";
        JsonNode draft = send(
                "PUT",
                "/draft",
                "{\"outcomeTables\":[" + table + "],\"scenarios\":[" + scenario.formatted("{}") + "]}",
                200);
        assertThat(draft.at("/scenarios/0/about").asString()).isEqualTo("guest-limits");
        assertThat(draft.at("/scenarios/0/question/family").asString()).isEqualTo("main");
        assertThat(draft.at("/scenarios/0/expected").isNull()).isTrue();

        JsonNode trial = send("POST", "/trial", "{\"scenarios\":" + draft.at("/scenarios") + "}", 200);
        assertThat(trial.at("/passed").asBoolean()).isFalse();
        assertThat(trial.at("/scenarios/0/outcome/said/days").asInt()).isEqualTo(1);
        assertThat(trial.at("/scenarios/0/outcome/row").asInt()).isEqualTo(1);
        assertThat(trial.at("/scenarios/0/policyNames/0").asString()).isEqualTo("Visitors");
        assertThat(trial.at("/coverage/allRules").asInt()).isEqualTo(1);
        send("PUT", "/settings", "{\"secondPerson\":false}", 204);
        JsonNode refused = send(
                "POST",
                "/draft/publication",
                "{\"edition\":" + draft.at("/edition").asLong() + "}",
                400);
        assertThat(refused.at("/errors/0/field").asString()).isEqualTo("scenarios[0].outcome");
        assertThat(refused.at("/errors/0/reason").asString()).contains("scenario-fails", "Courier <b>");

        JsonNode unread =
                send("POST", "/check", "{\"scenarios\":[" + scenario.formatted("{\"priority\":\"huge\"}") + "]}", 400);
        assertThat(unread.at("/errors/0/field").asString()).isEqualTo("scenarios[0].outcome.priority");
        JsonNode half = send("POST", "/check", "{\"scenarios\":[{\"name\":\"x\",\"about\":\"guest-limits\"}]}", 400);
        assertThat(half.at("/errors/0/field").asString()).isEqualTo("scenarios[0].question");

        JsonNode mended = send(
                "PUT",
                "/draft",
                "{\"scenarios\":[" + scenario.formatted("{\"days\":1}") + "],\"edition\":"
                        + draft.at("/edition").asLong() + "}",
                200);
        JsonNode published = send(
                "POST",
                "/draft/publication",
                "{\"edition\":" + mended.at("/edition").asLong() + "}",
                200);
        assertThat(published.at("/report/trial/scenarios/0/outcome/row").asInt())
                .isEqualTo(1);
        assertThat(send("GET", "/versions/" + published.at("/number").asInt(), "", 200)
                        .at("/scenarios/0/outcome/days")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    @Tag("RU-4")
    void aTableSaysHowMuchIsGivenToVisitors() throws Exception {
        String project = base.replaceAll(".*/projects/(\\d+)/.*", "$1");
        String host = Objects.requireNonNull(jdbc.queryForObject(
                "select min(id) from person where project_id = ?", String.class, Long.valueOf(project)));
        String table = """
                {"name":"Visitors","kind":"guest-limits","rows":[
                 {"holders":{"kinds":["courier"],"identifiers":["qr"]},"outcome":{"days":1,"atOnce":0}}]}""";
        JsonNode draft = send("PUT", "/draft", "{\"outcomeTables\":[" + table + "]}", 200);
        assertThat(draft.at("/outcomeTables/0/kind").asString()).isEqualTo("guest-limits");
        assertThat(draft.at("/outcomeTables/0/rows/0/outcome/atOnce").asInt()).isZero();
        JsonNode trial = send("POST", "/trial", "{\"outcomeTables\":[" + table + "]}", 200);
        assertThat(trial.at("/diagnostics/0/kind").asString()).isEqualTo("gap");
        assertThat(trial.at("/diagnostics/0/question/kind").asString()).isNotEmpty();
        JsonNode wrong = send(
                "POST",
                "/check",
                "{\"outcomeTables\":["
                        + table.replace("\"days\":1", "\"days\":0").replace("courier", "resident") + "]}",
                200);
        assertThat(wrong.findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "outcomeTables[0].rows[0].holders.kinds", "outcomeTables[0].rows[0].outcome.days");

        send("PUT", "/settings", "{\"secondPerson\":false}", 204);
        send("POST", "/draft/publication", edition(draft, "\"confirmed\":[]"), 200);
        JsonNode limits = send("GET", "/../guest-passes/limits?kind=courier&host=" + host, "", 200);
        assertThat(limits.at("/mostAtOnce").asInt()).isZero();
        assertThat(limits.at("/table").asString()).isEqualTo("Visitors");
        assertThat(limits.at("/row").asInt()).isEqualTo(1);
        JsonNode others = send("GET", "/../guest-passes/limits?kind=guest&host=" + host, "", 200);
        assertThat(others.at("/table").isNull()).isTrue();
        send("GET", "/../guest-passes/limits?host=nobody", "", 404);
    }

    @Test
    @Tag("RU-4")
    void tablesSayWhatIsImportantAndWhatEventsAre() throws Exception {
        String tables = """
                {"outcomeTables":[
                 {"name":"Importance","kind":"notification-importance","rows":[
                  {"topics":["device-offline","pass"],"times":{"from":"22:00","to":"06:00"},"outcome":{"importance":"important"}}]},
                 {"name":"Events","kind":"event-priority","rows":[
                  {"topics":["tamper_event"],"outcome":{"priority":"critical","category":"emergency"}}]}]}""";
        JsonNode draft = send("PUT", "/draft", tables, 200);
        assertThat(draft.at("/outcomeTables/0/rows/0/topics/1").asString()).isEqualTo("pass");
        assertThat(draft.at("/outcomeTables/0/rows/0/outcome/importance").asString())
                .isEqualTo("important");
        assertThat(draft.at("/outcomeTables/1/rows/0/outcome/category").asString())
                .isEqualTo("emergency");
        JsonNode wrong = send("POST", "/check", tables.replace("device-offline", "device-asleep"), 200);
        assertThat(wrong.findValuesAsString("field")).containsExactly("outcomeTables[0].rows[0].topics");
        JsonNode unread = send("POST", "/check", tables.replace("critical", "dire"), 400);
        assertThat(unread.at("/errors/0/field").asString()).isEqualTo("outcomeTables[1].rows[0].outcome.priority");
        assertThat(send("GET", "/../device-events", "", 200).at("/rows").isArray())
                .isTrue();
    }

    @Test
    void itSaysWhatDevicesKeepByThemselves() throws Exception {
        String closed = """
                {"name":"Closed","effect":"deny","holders":{"kinds":["resident"]}}""";
        String table = """
                {"name":"Table","hit":"first","rows":[{"name":"x","effect":"leave","holders":{"kinds":["guest"]}},%s]}""".formatted(NIGHT);
        JsonNode draft =
                send("PUT", "/draft", "{\"policies\":[" + closed + "," + NIGHT + "],\"tables\":[" + table + "]}", 200);
        assertThat(draft.at("/policies/0/enforcedOffline").asBoolean()).isTrue();
        assertThat(draft.at("/policies/1/enforcedOffline").asBoolean()).isFalse();
        assertThat(draft.at("/tables/0/enforcedOffline").asBoolean()).isFalse();
        assertThat(draft.at("/tables/0/rows/0/enforcedOffline").asBoolean()).isTrue();
        assertThat(draft.at("/tables/0/rows/1/enforcedOffline").asBoolean()).isFalse();
        JsonNode offline = send("GET", "/offline", "", 200);
        assertThat(offline).hasSize(3);
        assertThat(offline.at("/0/kept").asBoolean()).isTrue();
        assertThat(offline.at("/0/opens")).isEmpty();
        assertThat(offline.at("/0/staysShut").asInt())
                .isEqualTo(offline.at("/0/devices").asInt())
                .isPositive();
        assertThat(offline.at("/1/kept").asBoolean()).isFalse();
        send("PUT", "/settings", "{\"secondPerson\":false}", 204);
        JsonNode refused = send("POST", "/draft/publication", edition(draft, "\"confirmed\":[]"), 400);
        assertThat(refused.at("/errors")).hasSize(2);
        assertThat(refused.at("/errors/0/field").asString()).isEqualTo("policies[1].effect");
        assertThat(refused.at("/errors/1/field").asString()).isEqualTo("tables[0].rows");
    }

    @Test
    void aDraftIsWrittenSubmittedPutInForceAndTakenBack() throws Exception {
        JsonNode nothing = send("GET", "", "", 200);
        assertThat(nothing.at("/inForce").isNull()).isTrue();
        assertThat(nothing.at("/secondPerson").asBoolean()).isTrue();

        JsonNode draft = send("PUT", "/draft", "{\"policies\":[" + NIGHT + "]}", 200);
        assertThat(draft.at("/state").asString()).isEqualTo("draft");
        assertThat(draft.at("/policies/0/times/from").asString()).isEqualTo("22:00");
        assertThat(draft.at("/policies/0/holders/kinds/0").asString()).isEqualTo("courier");
        assertThat(draft.at("/policies/0/enforcedOffline").asBoolean()).isFalse();
        send("PUT", "/draft", "{\"policies\":[]}", 409);

        JsonNode submitted = send("POST", "/draft/submission", edition(draft, "\"note\":\"quiet nights\""), 200);
        String confirmed = "\"confirmed\":[" + draft.at("/policies/0/id") + "]";
        JsonNode own = send("POST", "/draft/publication", edition(submitted, confirmed), 400);
        assertThat(own.at("/errors/0/reason").asString()).isEqualTo("own-work");
        send("PUT", "/settings", "{\"secondPerson\":false}", 204);
        JsonNode unconfirmed = send("POST", "/draft/publication", edition(submitted, "\"confirmed\":[]"), 400);
        assertThat(unconfirmed.at("/errors/0/field").asString()).isEqualTo("policies[0].effect");
        JsonNode first = send("POST", "/draft/publication", edition(submitted, confirmed), 200);
        assertThat(first.at("/state").asString()).isEqualTo("in-force");
        assertThat(send("GET", "", "", 200).at("/inForce/note").asString()).isEqualTo("quiet nights");

        JsonNode empty = send("PUT", "/draft", "{\"policies\":[]}", 200);
        send("POST", "/draft/publication", edition(empty, "\"confirmed\":[]"), 200);
        JsonNode back = send("POST", "/versions/" + first.at("/number") + "/rollback", "", 200);
        assertThat(back.at("/restored")).isEqualTo(first.at("/number"));
        assertThat(send("GET", "/versions", "", 200)).hasSize(3);
        send("GET", "/versions/99", "", 404);
    }

    @Test
    void whatIsWrongIsSaidByFieldAndReason() throws Exception {
        JsonNode refused = send(
                "POST",
                "/check",
                "{\"policies\":[{\"name\":\"\",\"effect\":\"deny\",\"doors\":{\"groups\":[\"nowhere\"]}}]}",
                200);
        assertThat(refused.findValuesAsString("field")).containsExactly("policies[0].name", "policies[0].doors.groups");
        JsonNode hours = send(
                "PUT",
                "/draft",
                "{\"policies\":[{\"name\":\"a\",\"effect\":\"deny\",\"times\":{\"from\":\"25:00\"}}]}",
                400);
        assertThat(hours.at("/errors/0/field").asString()).isEqualTo("policies[0].times.from");
        JsonNode effect = send("PUT", "/draft", "{\"policies\":[{\"name\":\"a\",\"effect\":\"explode\"}]}", 400);
        assertThat(effect.at("/errors/0/reason").asString()).contains("explode").contains("deny");
        assertThat(send("GET", "", "", 200).at("/draft").isNull()).isTrue();
    }

    @Test
    void everyPartComesBackAsItWasGiven() throws Exception {
        String policy = """
                {"name":"Lifts","effect":"notify","priority":0,"reasons":{},
                 "holders":{"kinds":["guest"],"profiles":[],"groups":[],"groupTypes":["unit","apartment"],"identifiers":["qr"],
                            "markers":[],"family":["main"],
                            "olderThan":30,"unusedFor":7},
                 "doors":{"groups":[],"groupTypes":[],"devices":[],"deviceTypes":[],"accessPoint":"in","tags":["lift"],
                          "sparesWayOut":true},
                 "times":{"days":[],"from":null,"to":null,"holidays":"ignored","since":null,"until":null,"schedules":[],
                          "state":{"threats":["evacuation"],"failures":{"count":3,"minutes":5},"passback":{"minutes":7},
                                   "inside":{"profiles":["Guard"],"atLeast":null,"fewerThan":4},
                                   "second":{"whose":"same-person","seconds":20},"interlock":{"seconds":9}}}}""";
        JsonNode given = JsonMapper.shared().readTree(policy);
        JsonNode draft = send("PUT", "/draft", "{\"policies\":[" + policy + "]}", 200);
        for (String part : List.of("holders", "doors", "times")) {
            assertThat(draft.at("/policies/0/" + part)).isEqualTo(given.get(part));
        }
        JsonNode wrong = send(
                "POST",
                "/check",
                "{\"policies\":[{\"name\":\"a\",\"effect\":\"deny\",\"holders\":{\"markers\":[\"no\"],\"unusedFor\":0},"
                        + "\"times\":{\"schedules\":[\"no\"]}}]}",
                200);
        assertThat(wrong.findValuesAsString("field"))
                .containsExactly(
                        "policies[0].holders.markers", "policies[0].holders.unusedFor", "policies[0].times.schedules");
    }

    @Test
    @Tag("DE-1")
    void aDeviceGetsTags() throws Exception {
        String tags = "/../devices/d1/tags";
        assertThat(send("GET", tags, "", 200).at("/tags")).isEmpty();
        JsonNode tagged = send("PUT", tags, "{\"tags\":[\"Lift\",\"lift\",\"roof\"]}", 200);
        assertThat(tagged.at("/tags").toString()).isEqualTo("[\"lift\",\"roof\"]");
        JsonNode wrong = send("PUT", tags, "{\"tags\":[\"a,b\"]}", 400);
        assertThat(wrong.at("/errors/0/field").asString()).isEqualTo("tags");
        send("PUT", tags, "{}", 400);
        send("PUT", "/../devices/nowhere/tags", "{\"tags\":[]}", 404);
        send("PUT", tags, "{\"tags\":[]}", 200);
    }

    @Test
    void aThreatLevelIsSetAndToldOverRest() throws Exception {
        assertThat(send("GET", "/../threat-levels", "", 200)).isEmpty();
        send("PUT", "/../groups/g1/threat-level", "{\"level\":\"lockdown\"}", 204);
        JsonNode set = send("GET", "/../threat-levels", "", 200);
        assertThat(set.at("/0/level").asString()).isEqualTo("lockdown");
        assertThat(set.at("/0/groupName").asString()).isEqualTo("House");
        JsonNode wrong = send("PUT", "/../groups/g1/threat-level", "{\"level\":\"panic\"}", 400);
        assertThat(wrong.at("/errors/0/field").asString()).isEqualTo("level");
        send("PUT", "/../groups/nowhere/threat-level", "{\"level\":\"lockdown\"}", 404);
        send("PUT", "/../groups/g1/threat-level", "{\"level\":\"normal\"}", 204);
        assertThat(send("GET", "/../threat-levels", "", 200)).isEmpty();
    }

    @Test
    @Tag("RU-1")
    void whoIsInsideIsListedAndForgottenOverRest() throws Exception {
        long area = sites.load(Actor.server(), TestSites.file(AREA), true, progress -> {})
                .project();
        base = "http://127.0.0.1:" + port + "/api/v1/projects/" + area + "/rulebook";
        send("PUT", "/settings", "{\"secondPerson\":false}", 204);
        JsonNode draft = send("PUT", "/draft", """
                {"policies":[{"name":"Full","effect":"notify","times":{"state":{"inside":{"fewerThan":9}}}}]}""", 200);
        send("POST", "/draft/publication", edition(draft, "\"confirmed\":[]"), 200);
        assertThat(send("GET", "/../areas", "", 200)).isEmpty();
        for (String card : List.of("1001", "1002", "1003")) {
            send("POST", "/../../../decisions?record=true", """
                    {"device":"AREA-1","accessPoint":"in","identifier":{"type":"card","value":"%s"}}""".formatted(card), 200);
        }
        JsonNode areas = send("GET", "/../areas", "", 200);
        assertThat(areas.toString()).isEqualTo("[{\"group\":\"a1\",\"groupName\":\"Area <b>\",\"inside\":3}]");
        JsonNode page = send("GET", "/../insiders?limit=2&sort=-name", "", 200);
        assertThat(page.at("/rows").findValuesAsString("name")).containsExactly("Cara", "Boris");
        assertThat(page.at("/rows/0/deviceName").asString()).isEqualTo("Gate");
        JsonNode rest = send(
                "GET",
                "/../insiders?limit=2&sort=-name&after=" + page.at("/next").asString(),
                "",
                200);
        assertThat(rest.at("/rows").findValuesAsString("name")).containsExactly("Anna");
        assertThat(send("GET", "/../insiders?filter=name:has:bor", "", 200)
                        .at("/rows")
                        .findValuesAsString("person"))
                .containsExactly("p2");

        send("DELETE", "/../groups/a1/insiders/p2", "", 204);
        send("DELETE", "/../groups/a1/insiders/p2", "", 404);
        send("DELETE", "/../groups/nowhere/insiders/p1", "", 404);
        send("DELETE", "/../groups/nowhere/insiders", "", 404);
        assertThat(send("DELETE", "/../groups/a1/insiders", "", 200)
                        .at("/forgotten")
                        .asInt())
                .isEqualTo(2);
        assertThat(send("GET", "/../insiders", "", 200).at("/rows")).isEmpty();
    }

    @Test
    void readyMadePoliciesCanBeTakenAsTheyAre() throws Exception {
        JsonNode ready = send("GET", "/ready-made", "", 200);
        assertThat(ready).hasSize(ReadyMadePolicy.values().length);
        List<String> policies = new ArrayList<>();
        List<String> scenarios = new ArrayList<>();
        for (JsonNode one : ready) {
            assertThat(one.at("/scenarios")).as(one.toString()).isNotEmpty();
            policies.add(one.at("/policy").toString());
            one.at("/scenarios").forEach(scenario -> scenarios.add(scenario.toString()));
            String alone = "{\"policies\":[" + one.at("/policy") + "],\"scenarios\":" + one.at("/scenarios") + "}";
            JsonNode trial = send("POST", "/trial", alone, 200);
            assertThat(trial.at("/scenarios")).as(one.toString()).isNotEmpty().allMatch(result -> result.at("/passed")
                    .booleanValue());
        }
        String all = "{\"policies\":" + policies + ",\"scenarios\":" + scenarios + "}";
        assertThat(send("POST", "/check", all, 200)).isEmpty();
    }

    @Test
    void whatPoliciesWouldDoIsSaidBefore() throws Exception {
        JsonNode closed = send(
                "POST",
                "/impact",
                "{\"policies\":[{\"name\":\"Closed\",\"effect\":\"deny\",\"holders\":{\"kinds\":[\"resident\"]}}]}",
                200);
        assertThat(closed.at("/losing").intValue()).isEqualTo(1);
        assertThat(closed.at("/gaining").intValue()).isZero();
        assertThat(closed.at("/touched/0/minutesLost").intValue()).isPositive();
        assertThat(send("POST", "/impact", "{\"policies\":[]}", 200)
                        .at("/losing")
                        .intValue())
                .isZero();
    }

    @Test
    @Tag("RU-6")
    void whatHasHappenedIsDecidedAgain() throws Exception {
        JsonNode report = send("POST", "/replay", "{\"days\":7,\"policies\":[" + NIGHT + "]}", 200);
        assertThat(report.at("/shut").intValue()).isZero();
        send("POST", "/replay", "{\"days\":91,\"policies\":[]}", 400);
    }

    private static String edition(JsonNode draft, String more) {
        return "{\"edition\":" + draft.at("/edition") + "," + more + "}";
    }

    private JsonNode send(String method, String path, String body, int status) throws Exception {
        var response = http.send(
                HttpRequest.newBuilder(URI.create(base + path).normalize())
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
