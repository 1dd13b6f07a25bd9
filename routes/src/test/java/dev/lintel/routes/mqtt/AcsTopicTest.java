package dev.lintel.routes.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcsTopicTest {
    @Test
    void readsItsOwnTopics() {
        assertThat(AcsTopic.parse("acs/v1/SN-1/request")).contains(new AcsTopic("SN-1", AcsTopic.Channel.REQUEST));
        assertThat(new AcsTopic("SN-1", AcsTopic.Channel.REQUEST).with(AcsTopic.Channel.RESPONSE))
                .hasToString("acs/v1/SN-1/response");
        assertThat(AcsTopic.filter(AcsTopic.Channel.EVENT)).isEqualTo("acs/v1/+/event");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acs/v1/SN",
                "acs/v1//request",
                "acs/v2/SN/request",
                "acs/v1/SN/REQUEST",
                "acs/v1/SN/request/x",
                "acs/v1/SN/demand",
                "x/acs/v1/SN/request"
            })
    void knowsNoOthers(String topic) {
        assertThat(AcsTopic.parse(topic)).isEmpty();
    }
}
