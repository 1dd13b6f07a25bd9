package dev.lintel.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTopicsTest {
    @ParameterizedTest
    @ValueSource(strings = {"status", "event", "request", "state"})
    void deviceWritesWhatItTells(String leaf) {
        assertThat(DeviceTopics.mayWrite("S-1", "acs.v1.S-1." + leaf)).isTrue();
        assertThat(DeviceTopics.mayRead("S-1", "acs.v1.S-1." + leaf)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"response", "command"})
    void deviceReadsWhatItIsTold(String leaf) {
        assertThat(DeviceTopics.mayRead("S-1", "acs.v1.S-1." + leaf)).isTrue();
        assertThat(DeviceTopics.mayWrite("S-1", "acs.v1.S-1." + leaf)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acs.v1.S-2.response",
                "acs.v1.*.response",
                "acs.v1.#",
                "#",
                "acs.v1.S-1.*",
                "acs.v1.S-1.response.more",
                "acs.v1.S-1x.response",
                "$sys.mqtt.sessions",
                "activemq.notifications"
            })
    void nothingElseIsTheDevicesOwn(String address) {
        assertThat(DeviceTopics.mayRead("S-1", address)).isFalse();
        assertThat(DeviceTopics.mayWrite("S-1", address)).isFalse();
    }

    @Test
    void dotInSerialNumberIsNoLevelOfTheTopic() {
        assertThat(DeviceTopics.mayRead("a.b", "acs.v1.a\\.b.response")).isTrue();
        assertThat(DeviceTopics.mayRead("a.b", "acs.v1.a.b.response")).isFalse();
    }

    @Test
    void wildcardAsSerialNumberIsTakenLiterally() {
        assertThat(DeviceTopics.mayRead("*", "acs.v1.*.response")).isFalse();
        assertThat(DeviceTopics.mayRead("#", "acs.v1.#.response")).isFalse();
    }

    @Test
    void retainedMessageBelongsToItsTopic() {
        assertThat(DeviceTopics.mayRead("S-1", "$sys.mqtt.retain.acs.v1.S-1.command"))
                .isTrue();
        assertThat(DeviceTopics.mayRead("S-1", "$sys.mqtt.retain.acs.v1.S-2.command"))
                .isFalse();
    }
}
