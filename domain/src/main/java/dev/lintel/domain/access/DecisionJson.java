package dev.lintel.domain.access;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The form in which facts and decisions are kept. Apart from every other JSON of the server, since it must stay readable. */
final class DecisionJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            // facts of before a field was known do not have it, and none of what has been added held then
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultVisibility(all -> all.withIsGetterVisibility(Visibility.NONE))
            .build();

    private DecisionJson() {}

    static String write(Object factsOrDecision) {
        return MAPPER.writeValueAsString(factsOrDecision);
    }

    static AccessFacts facts(String json) {
        return MAPPER.readValue(json, AccessFacts.class);
    }

    static Decision decision(String json) {
        return MAPPER.readValue(json, Decision.class);
    }
}
