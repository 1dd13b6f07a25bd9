package dev.lintel.routes.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One operation of the API, read from its description.
 *
 * @param places where it takes the name of a record
 * @param body schema of the JSON body, its references resolved; null when it takes none
 */
record Operation(
        String method,
        String path,
        List<Place> places,
        @Nullable JsonNode body) {
    private static final Pattern VARIABLE = Pattern.compile("([a-z-]+)/\\{(\\w+)}");

    /** Where a request names a record. */
    record Place(Where where, String name, String kind) {}

    enum Where {
        PATH,
        QUERY,
        BODY
    }

    /** All operations for people and programs that the description tells of; devices have their own, by their own secrets. */
    static List<Operation> all(JsonNode description) {
        List<Operation> operations = new ArrayList<>();
        description.get("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/v1/"))
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(read(
                                description,
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                method.getValue()))));
        return operations;
    }

    private static Operation read(JsonNode description, String method, String path, JsonNode operation) {
        List<Place> places = new ArrayList<>();
        Map<String, String> before = new LinkedHashMap<>();
        Matcher variable = VARIABLE.matcher(path);
        while (variable.find()) {
            before.put(variable.group(2), variable.group(1));
        }
        operation.path("parameters").forEach(parameter -> {
            String name = parameter.get("name").asString();
            switch (parameter.get("in").asString()) {
                case "path" -> {
                    String kind = Samples.kind(before.getOrDefault(name, name));
                    if (kind == null) {
                        throw new AssertionError("no sample for {" + name + "} of " + method + " " + path
                                + "; name its kind in Samples");
                    }
                    places.add(new Place(Where.PATH, name, kind));
                }
                case "query" -> place(places, Where.QUERY, name);
                default -> {}
            }
        });
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        JsonNode body = schema.isMissingNode() ? null : Bodies.resolve(description, schema);
        if (body != null) {
            body.path("properties").propertyNames().forEach(name -> place(places, Where.BODY, name));
        }
        return new Operation(method, path, List.copyOf(places), body);
    }

    private static void place(List<Place> places, Where where, String name) {
        String kind = Samples.kind(name);
        if (kind != null) {
            places.add(new Place(where, name, kind));
        }
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
