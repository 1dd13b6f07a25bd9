package dev.lintel.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set, each as an environment variable: {@code lintel.mqtt.port} is {@code LINTEL_MQTT_PORT}.
 *
 * @param home folder of everything that the server keeps
 */
@ConfigurationProperties("lintel")
public record LintelProperties(
        Path home,
        @DefaultValue Http http,
        @DefaultValue Database database,
        @DefaultValue Mqtt mqtt,
        @DefaultValue Mqtts mqtts,
        @DefaultValue Secret secret,
        @DefaultValue Demo demo) {
    public LintelProperties {
        home = home.toAbsolutePath().normalize();
    }

    /** @param key under which secrets are kept that must be read again; without one the home has its own */
    public record Secret(@Nullable String key) {}

    /**
     * How long the demo waits between two passes.
     *
     * @param quickest in the rush hour
     * @param slowest at night
     */
    public record Demo(
            @DefaultValue("700ms") Duration quickest,
            @DefaultValue("3200ms") Duration slowest) {}

    /** @param port of the web application and the REST API; 0 takes a free one */
    public record Http(@DefaultValue("8080") int port) {
        public Http {
            checkPort("LINTEL_HTTP_PORT", port);
        }
    }

    /**
     * @param embedded whether the server starts its own PostgreSQL; follows from whether an address was given
     * @param url JDBC address of an own PostgreSQL
     * @param binaries version of the embedded PostgreSQL, written by the build
     */
    public record Database(
            @DefaultValue("true") boolean embedded,
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @Nullable String binaries) {
        public Database {
            if (!embedded && (url == null || !url.startsWith("jdbc:postgresql:"))) {
                throw new StartRefusedException(
                        "LINTEL_DATABASE_URL must start with \"jdbc:postgresql:\", but is \"" + url + "\"");
            }
        }
    }

    /**
     * @param embedded whether the server starts its own broker; follows from whether an address was given
     * @param url where the server reaches the broker, for example {@code tcp://broker:1883}
     * @param port of the embedded broker for devices
     */
    public record Mqtt(
            @DefaultValue("true") boolean embedded,
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @DefaultValue("1883") int port) {
        public Mqtt {
            checkPort("LINTEL_MQTT_PORT", port);
        }

        /** Where a device on this machine reaches the broker; the server has a way of its own into the embedded one. */
        public URI forDevices() {
            return URI.create(embedded || url == null ? "tcp://127.0.0.1:" + port : url);
        }
    }

    /** @param port of the embedded broker over TLS */
    public record Mqtts(@DefaultValue("8883") int port) {
        public Mqtts {
            checkPort("LINTEL_MQTTS_PORT", port);
        }
    }

    private static void checkPort(String variable, int port) {
        if (port < 0 || port > 65535) {
            throw new StartRefusedException(variable + " must be 0 to 65535, but is " + port);
        }
    }
}
