package dev.lintel.routes.mqtt;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether doors can reach this node: a server without its broker decides nothing, however well it feels. */
@Component("mqtt")
class MqttHealth implements HealthIndicator {
    private final MqttConnection connection;

    MqttHealth(MqttConnection connection) {
        this.connection = connection;
    }

    @Override
    public Health health() {
        return connection.isConnected() ? Health.up().build() : Health.down().build();
    }
}
