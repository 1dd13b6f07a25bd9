package dev.lintel.routes.mqtt;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * How the server reaches its MQTT broker.
 *
 * @param clientId the same in every start of this node, different from that of every other node: the broker keeps messages
 *     under this name
 * @param authority PEM file of the authority that signed the broker's certificate; null trusts those that Java trusts
 */
record MqttSettings(
        String host,
        int port,
        boolean encrypted,
        String clientId,
        @Nullable String user,
        @Nullable String password,
        @Nullable Path authority) {

    private static final Set<String> PLAIN = Set.of("tcp", "mqtt");
    private static final Set<String> ENCRYPTED = Set.of("ssl", "tls", "mqtts");

    /**
     * Reads {@code lintel.mqtt.url} (as {@code mqtt://host:1883} or {@code mqtts://host:8883}), {@code .user},
     * {@code .password}, {@code .client-id} and {@code .ca}.
     */
    static MqttSettings of(Environment environment) {
        String url = environment.getProperty("lintel.mqtt.url", "mqtt://localhost:1883");
        URI uri = URI.create(url);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean encrypted = ENCRYPTED.contains(scheme);
        if (uri.getHost() == null || !encrypted && !PLAIN.contains(scheme)) {
            throw new IllegalArgumentException(
                    "lintel.mqtt.url: \"" + url + "\" must look like mqtt://host:1883 or mqtts://host:8883");
        }
        String ca = environment.getProperty("lintel.mqtt.ca");
        return new MqttSettings(
                uri.getHost(),
                uri.getPort() > 0 ? uri.getPort() : encrypted ? 8883 : 1883,
                encrypted,
                environment.getProperty("lintel.mqtt.client-id", "lintel-server"),
                environment.getProperty("lintel.mqtt.user"),
                environment.getProperty("lintel.mqtt.password"),
                ca == null ? null : Path.of(ca));
    }
}
