package dev.lintel.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Works out what the operator left open: without an address the database and the broker are embedded, and the routes
 * find the embedded broker by the same properties as a foreign one, at a port of the server's own.
 */
final class StandaloneEnvironment implements EnvironmentPostProcessor, Ordered {
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> found = new HashMap<>();
        found.put("lintel.database.embedded", isBlank(environment.getProperty("lintel.database.url")));
        boolean embeddedBroker = isBlank(environment.getProperty("lintel.mqtt.url"));
        found.put("lintel.mqtt.embedded", embeddedBroker);
        if (embeddedBroker) {
            found.put("lintel.mqtt.port", given(environment, "lintel.mqtt.port", 1883));
            found.put("lintel.mqtts.port", given(environment, "lintel.mqtts.port", 8883));
            found.put("lintel.mqtt.url", "tcp://127.0.0.1:" + freePort());
            found.put("lintel.mqtt.user", "$lintel");
            found.put("lintel.mqtt.password", PrivateFile.randomSecret());
        }
        if ("json".equalsIgnoreCase(environment.getProperty("lintel.log"))) {
            found.put("logging.structured.format.console", "ecs");
            found.put("logging.structured.format.file", "ecs");
        }
        environment.getPropertySources().addFirst(new MapPropertySource("standalone", found));
    }

    private static int given(ConfigurableEnvironment environment, String property, int usual) {
        String port = environment.getProperty(property);
        if (isBlank(port)) {
            return usual;
        }
        if (!"0".equals(port)) {
            return environment.getRequiredProperty(property, Integer.class);
        }
        return freePort();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
