package dev.lintel.routes.panel;

import dev.lintel.domain.identifier.exchange.IdentifierColumn;
import dev.lintel.domain.identifier.exchange.ListedIdentifier;
import dev.lintel.domain.identifier.exchange.PanelSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page of {@code GET /access/identifier/items} of a BAS-IP panel (developers.bas-ip.com, android-panels and
 * camdroid-panels).
 *
 * @param pages how many there are in all
 */
record PanelList(List<JsonNode> items, int pages) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What is not in this form is no panel. */
    static final class NotUnderstoodException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static PanelList read(byte[] body) throws NotUnderstoodException {
        JsonNode page = tree(body);
        JsonNode items = page.path("list_items");
        JsonNode pages = page.at("/list_option/pagination/total_pages");
        if (!items.isArray() || !pages.isIntegralNumber()) {
            throw new NotUnderstoodException();
        }
        return new PanelList(items.valueStream().toList(), Math.min(pages.asInt(), PanelSource.MOST));
    }

    /** The token that {@code GET /login} answers with. */
    static String token(byte[] body) throws NotUnderstoodException {
        String token = tree(body).path("token").asString("");
        // it goes into a header
        if (!token.matches("[\\w.~+/=-]{1,500}")) {
            throw new NotUnderstoodException();
        }
        return token;
    }

    private static JsonNode tree(byte[] body) throws NotUnderstoodException {
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            throw new NotUnderstoodException();
        }
    }

    /** @param first number of the first one */
    List<ListedIdentifier> identifiers(int first) {
        List<ListedIdentifier> listed = new ArrayList<>();
        for (JsonNode item : items) {
            listed.add(new ListedIdentifier(first + listed.size(), cells(item)));
        }
        return listed;
    }

    private static Map<IdentifierColumn, String> cells(JsonNode item) {
        Map<IdentifierColumn, String> cells = new EnumMap<>(IdentifierColumn.class);
        cells.put(IdentifierColumn.VALUE, text(item.path("identifier_number")));
        cells.put(IdentifierColumn.TYPE, text(item.path("identifier_type")));
        cells.put(IdentifierColumn.OWNER, text(item.at("/identifier_owner/name")));
        JsonNode time = item.at("/valid/time");
        if (time.isObject() && !time.path("is_permanent").asBoolean(false)) {
            cells.put(IdentifierColumn.VALID_FROM, moment(time.path("from")));
            cells.put(IdentifierColumn.VALID_UNTIL, moment(time.path("to")));
        }
        JsonNode passes = item.at("/valid/passes");
        if (passes.isObject() && !passes.path("is_permanent").asBoolean(false)) {
            cells.put(IdentifierColumn.MAX_PASSES, text(passes.path("max_passes")));
        }
        return cells;
    }

    private static String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asString().strip() : "";
    }

    /** Seconds since 1970; 0 is no edge. */
    private static String moment(JsonNode seconds) {
        long number = seconds.asLong(0);
        return number <= 0 || number > 253_402_300_799L
                ? ""
                : Instant.ofEpochSecond(number).toString();
    }
}
