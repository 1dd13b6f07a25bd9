package dev.lintel.routes.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.routes.rest.Operation.Place;
import dev.lintel.routes.rest.Operation.Where;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Somebody who tries every operation with the names of records that are not theirs, and compares each answer with the one
 * for a record that does not exist.
 */
final class Intruder {
    private static final Pattern CHANGING = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z?|[0-9a-f]{8}-[0-9a-f-]{27}|text-\\d+|(?<![\\w-])\\d{4,}(?![\\w-])");

    private final String server;
    private final Samples own;
    private final Samples foreign;
    private final Samples missing;
    private final String mark;
    private final HttpClient http = HttpClient.newHttpClient();
    private int texts;

    /** @param mark stands in everything foreign, and so in no answer */
    Intruder(String server, Samples own, Samples foreign, Samples missing, String mark) {
        this.server = server;
        this.own = own;
        this.foreign = foreign;
        this.missing = missing;
        this.mark = mark.toLowerCase(Locale.ROOT);
    }

    /** An answer without what the question said itself and what differs every time. */
    record Answer(int status, String body) {}

    /** @return how many comparisons there were */
    int tries(Operation operation) throws IOException, InterruptedException {
        Map<Place, String> base = new HashMap<>();
        operation.places().stream()
                .filter(place -> place.where() == Where.PATH)
                .forEach(place -> base.put(place, own.of(place.kind())));
        List<List<Place>> trials = new ArrayList<>();
        operation.places().forEach(place -> trials.add(List.of(place)));
        trials.add(new ArrayList<>(base.keySet()));
        int compared = 0;
        for (List<Place> trial : trials) {
            List<Place> different = trial.stream()
                    .filter(place -> !foreign.of(place.kind()).equals(own.of(place.kind())))
                    .toList();
            if (!different.isEmpty()) {
                compare(operation, base, different);
                compared++;
            }
        }
        if (operation.places().isEmpty()) {
            assertThat(ask(operation, base).body().toLowerCase(Locale.ROOT))
                    .as("%s tells of what is not for this person", operation)
                    .doesNotContain(mark);
        }
        return compared;
    }

    private void compare(Operation operation, Map<Place, String> base, List<Place> places)
            throws IOException, InterruptedException {
        Map<Place, String> theirs = new HashMap<>(base);
        Map<Place, String> nobodys = new HashMap<>(base);
        places.forEach(place -> {
            theirs.put(place, foreign.of(place.kind()));
            nobodys.put(place, missing.of(place.kind()));
        });
        // asked once before, so that what the operation does without looking there is done already
        ask(operation, nobodys);
        Answer unknown = ask(operation, nobodys);
        Answer known = ask(operation, theirs);
        assertThat(known).as("%s with %s of somebody else", operation, places).isEqualTo(unknown);
        assertThat(known.body().toLowerCase(Locale.ROOT))
                .as("%s with %s of somebody else", operation, places)
                .doesNotContain(mark);
        assertThat(known.status()).as("%s: %s", operation, known.body()).isLessThan(500);
    }

    private Answer ask(Operation operation, Map<Place, String> named) throws IOException, InterruptedException {
        StringBuilder address = new StringBuilder(operation.path());
        StringBuilder query = new StringBuilder();
        named.forEach((place, value) -> {
            String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
            switch (place.where()) {
                case PATH -> {
                    String variable = "{" + place.name() + "}";
                    int at = address.indexOf(variable);
                    address.replace(at, at + variable.length(), encoded);
                }
                case QUERY ->
                    query.append(query.isEmpty() ? "?" : "&")
                            .append(place.name())
                            .append('=')
                            .append(encoded);
                case BODY -> {}
            }
        });
        String body = operation.body() == null ? "" : Bodies.of(operation.body(), named, "text-" + ++texts);
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + address + query))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .method(operation.method(), HttpRequest.BodyPublishers.ofString(body))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), without(response.body(), named));
    }

    private static String without(String answer, Map<Place, String> named) {
        String rest = answer;
        for (String value : named.values()) {
            rest = rest.replaceAll("(?<![\\w-])" + Pattern.quote(value) + "(?![\\w-])", "…");
        }
        return CHANGING.matcher(rest).replaceAll("…");
    }
}
