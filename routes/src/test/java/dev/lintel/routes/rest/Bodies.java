package dev.lintel.routes.rest;

import dev.lintel.routes.rest.Operation.Place;
import dev.lintel.routes.rest.Operation.Where;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes bodies that fit a schema. */
final class Bodies {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;

    private Bodies() {}

    /** The schema with what it refers to in its place. */
    static JsonNode resolve(JsonNode description, JsonNode schema) {
        return resolve(description, schema, 0);
    }

    private static JsonNode resolve(JsonNode description, JsonNode schema, int depth) {
        if (schema.has("$ref")) {
            return resolve(
                    description, description.at(schema.get("$ref").asString().substring(1)), depth);
        }
        if (!schema.isObject() || depth > DEEPEST) {
            return schema;
        }
        ObjectNode resolved = JSON.objectNode();
        schema.properties()
                .forEach(field -> resolved.set(
                        field.getKey(),
                        field.getKey().equals("properties")
                                ? resolveAll(description, field.getValue(), depth + 1)
                                : resolve(description, field.getValue(), depth + 1)));
        return resolved;
    }

    private static ObjectNode resolveAll(JsonNode description, JsonNode properties, int depth) {
        ObjectNode resolved = JSON.objectNode();
        properties
                .properties()
                .forEach(field -> resolved.set(field.getKey(), resolve(description, field.getValue(), depth)));
        return resolved;
    }

    /** @param named the values of the places; a place without one is left out */
    static String of(JsonNode schema, Map<Place, String> named, String text) {
        ObjectNode body = JSON.objectNode();
        schema.path("properties").properties().forEach(field -> {
            String kind = Samples.kind(field.getKey());
            if (kind == null) {
                body.set(field.getKey(), value(field.getKey(), field.getValue(), text));
                return;
            }
            String value = named.get(new Place(Where.BODY, field.getKey(), kind));
            if (value != null) {
                boolean many = types(field.getValue()).contains("array");
                ArrayNode list = JSON.arrayNode();
                list.add(value);
                body.set(field.getKey(), many ? list : JSON.stringNode(value));
            }
        });
        return JsonMapper.shared().writeValueAsString(body);
    }

    private static JsonNode value(String name, JsonNode schema, String text) {
        if (schema.has("example")) {
            JsonNode example = schema.get("example");
            return example.isString() && name.equals("name") ? JSON.stringNode(text) : example;
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        List<String> types = types(schema);
        if (types.contains("array")) {
            return JSON.arrayNode();
        }
        if (types.contains("boolean")) {
            return JSON.booleanNode(false);
        }
        if (types.contains("integer") || types.contains("number")) {
            return JSON.numberNode(0);
        }
        if (types.contains("object") || schema.has("properties")) {
            ObjectNode object = JSON.objectNode();
            schema.path("properties")
                    .properties()
                    .forEach(field -> object.set(field.getKey(), value(field.getKey(), field.getValue(), text)));
            return object;
        }
        return JSON.stringNode(text);
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.valueStream().map(JsonNode::asString).toList() : List.of(type.asString(""));
    }
}
