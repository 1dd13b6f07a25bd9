package dev.lintel.routes.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.sync.Parcel;
import dev.lintel.domain.sync.Parcels;
import dev.lintel.domain.sync.Parcels.Copied;
import dev.lintel.routes.RoutesIT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Schedules and holidays over the REST API, from the first wish to the refusal to delete what is in use. */
class SchedulesOverRestIT extends RoutesIT {
    private static final String WISH = """
        {"name":"Evenings","start":"2026-12-24T18:00","end":"2026-12-24T22:00","holidays":"excluded",
         "rrule":"RRULE:FREQ=DAILY;UNTIL=20270301T215959Z"}""";

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Parcels parcels;

    @LocalServerPort
    private int port;

    private String base = "";

    @BeforeEach
    void house() throws Exception {
        house("hours");
        Long project = jdbc.queryForObject("select id from project where name = 'hours'", Long.class);
        base = "http://127.0.0.1:" + port + "/api/v1/projects/" + Objects.requireNonNull(project);
    }

    @Test
    @Tag("SC-1")
    void aScheduleIsTriedOutAddedChangedAndDeletedUnlessItIsUsed() throws Exception {
        JsonNode preview = send("POST", "/schedules/preview?year=2026", WISH, 200);
        assertThat(preview.at("/sentence").asString()).isEqualTo("uk:FREQ=DAILY;UNTIL=20270301");
        assertThat(preview.at("/days/0/date").asString()).isEqualTo("2026-12-24");
        assertThat(preview.at("/days/0/minutes").intValue()).isEqualTo(240);

        JsonNode added = send("POST", "/schedules", WISH, 201);
        assertThat(added.at("/rrule").asString()).isEqualTo("FREQ=DAILY;UNTIL=20270301");
        assertThat(added.at("/lastDay").asString()).isEqualTo("2027-03-01");
        String one = "/schedules/" + added.at("/id").asString();
        String wish = WISH.replace("{", "{\"version\":" + added.at("/version") + ",");
        assertThat(send("PUT", one, wish.replace("Evenings", "Nights"), 200)
                        .at("/name")
                        .asString())
                .isEqualTo("Nights");
        assertThat(send("PUT", one, wish, 409).at("/current/name").asString()).isEqualTo("Nights");
        assertThat(send("GET", "/schedules?sort=name", "", 200).at("/rows").findValuesAsString("name"))
                .containsExactly("Mornings", "Nights");

        send("DELETE", one, "", 204);
        send("GET", one, "", 404);
        JsonNode used = send("DELETE", "/schedules/s1", "", 409);
        assertThat(used.at("/restrictions/0/name").asString()).isEqualTo("Front door");
    }

    @Test
    @Tag("SC-1")
    void whatIsWrongIsSaidByFieldAndReason() throws Exception {
        JsonNode rule = send("POST", "/schedules", WISH.replace("DAILY", "FORTNIGHTLY"), 400);
        assertThat(rule.at("/errors/0/field").asString()).isEqualTo("rrule");
        assertThat(rule.at("/errors/0/reason").asString())
                .isEqualTo("FREQ \"FORTNIGHTLY\" is not DAILY, WEEKLY, MONTHLY or YEARLY");
        JsonNode end = send("POST", "/schedules", WISH.replace("T22:00", "T17:00"), 400);
        assertThat(end.at("/errors/0/field").asString()).isEqualTo("end");
        assertThat(send("POST", "/schedules", "{\"name\":\"x\"}", 400)
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("start");
    }

    @Test
    @Tag("SC-3")
    void schedulesGoOutAndHolidaysComeInAsCalendarFiles() throws Exception {
        assertThat(ask("GET", "/schedules/s1/calendar", "").body())
                .startsWith("BEGIN:VCALENDAR")
                .contains("RRULE:FREQ=DAILY", "DTSTART;TZID=Europe/London:20260105T090000");

        JsonNode calendar = send(
                "POST",
                "/holiday-calendars",
                "{\"name\":\"Bank holidays\",\"holidays\":[{\"name\":\"Day\",\"first\":\"2026-12-28\"}]}",
                201);
        String one = "/holiday-calendars/" + calendar.at("/id").asString();
        String file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
                + "BEGIN:VEVENT\r\nSUMMARY:Christmas\r\nDTSTART;VALUE=DATE:20261225\r\nRRULE:FREQ=YEARLY\r\nEND:VEVENT\r\n"
                + "BEGIN:VEVENT\r\nSUMMARY:Lunch\r\nDTSTART:20261225T120000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        JsonNode loaded = send("POST", one + "/import", file, 200);
        assertThat(loaded.toString()).isEqualTo("""
            {"holidays":1,"refused":[{"event":"Lunch","reason":"has-times"}]}""");
        assertThat(send("GET", one, "", 200).at("/holidays").toString()).isEqualTo("""
            [{"name":"Christmas","first":"2026-12-25","last":"2026-12-25","yearly":true}]""");
        assertThat(send("POST", "/schedules/preview?year=2026", WISH, 200)
                        .at("/next")
                        .toString())
                .contains("\"holiday\":\"Christmas\"");
        send("POST", one + "/import", "<html>", 422);
        send("DELETE", one, "", 204);
        send("GET", one, "", 404);
    }

    @Test
    @Tag("SC-3")
    void aSubscriptionToAnInternalAddressIsRefusedAndSaysSo() throws Exception {
        String wish = "{\"name\":\"Inside\",\"url\":\"http://127.0.0.1:" + port + "/v3/api-docs\"}";
        String id = send("POST", "/holiday-calendars", wish, 201).at("/id").asString();
        JsonNode refreshed = send("POST", "/holiday-calendars/" + id + "/refresh", "", 200);
        assertThat(refreshed.at("/subscription/problem").asString()).isEqualTo("address-refused");
        send("DELETE", "/holiday-calendars/" + id, "", 204);
    }

    @Test
    @Tag("AR-3")
    void saysAtWhichDevicesAScheduleIsAndHowFarTheseKnowTheHolidays() throws Exception {
        String wish = send("GET", "/schedules/s1", "", 200).toString();
        send("PUT", "/schedules/s1", wish.replace("\"holidays\":\"ignored\"", "\"holidays\":\"excluded\""), 200);
        Awaitility.await().until(() -> !send("GET", "/schedules/s1/copies", "", 200)
                .at("/rows/0/state")
                .isMissingNode());
        JsonNode copy = send("GET", "/devices/d1/schedule-copies", "", 200).at("/rows/0");
        assertThat(copy.at("/name").asString()).isEqualTo("Mornings");
        assertThat(copy.at("/holidays").asString()).isEqualTo("excluded");
        assertThat(copy.at("/state").asString()).isEqualTo("pending");
        assertThat(copy.at("/holidaysUntil").isNull()).isTrue();

        parcels.acknowledged(
                "hours-1",
                parcels.next("hours-1").store().stream()
                        .collect(Collectors.toMap(
                                stored -> new Copied(
                                        stored.kind(), stored.content().id()),
                                Parcel.Stored::digest)),
                Map.of());
        Awaitility.await().until(() -> !send("GET", "/schedules/s1/copies", "", 200)
                .at("/rows/0/holidaysUntil")
                .asString("")
                .isEmpty());
        assertThat(LocalDate.parse(send("GET", "/schedules/s1/copies", "", 200)
                        .at("/rows/0/holidaysUntil")
                        .asString()))
                .isAfter(LocalDate.now(ZoneOffset.UTC).plusDays(380));
    }

    private JsonNode send(String method, String path, String body, int status) throws Exception {
        HttpResponse<String> answer = ask(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    private HttpResponse<String> ask(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", path.endsWith("/import") ? "text/calendar" : "application/json")
                .header("Accept-Language", "uk")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
