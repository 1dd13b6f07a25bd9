package dev.lintel.standalone;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where the server listens, once it does. */
@Component
class ReadyNotice {
    private static final Logger LOG = LoggerFactory.getLogger("dev.lintel");

    private final LintelProperties properties;
    private final Environment environment;

    ReadyNotice(LintelProperties properties, Environment environment) {
        this.properties = properties;
        this.environment = environment;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        double seconds = (event.getTimestamp() - started) / 1000.0;
        LOG.info(
                "Lintel {} is ready in {} s: http://localhost:{}, {}, data in {}",
                LintelVersion.current(),
                String.format(Locale.ROOT, "%.1f", seconds),
                environment.getProperty("local.server.port"),
                broker(),
                properties.home());
    }

    private String broker() {
        return properties.mqtt().embedded()
                ? "MQTT on " + properties.mqtt().port() + ", with TLS on "
                        + properties.mqtts().port()
                : "MQTT broker " + properties.mqtt().url();
    }
}
