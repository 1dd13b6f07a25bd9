package dev.lintel.routes.mqtt;

import dev.lintel.domain.wire.Quoted;
import dev.lintel.routes.wire.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts and logs what was refused; a storm of nonsense is counted whole, but logged a few lines a second. */
@Component
class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private static final int LINES_PER_SECOND = 5;

    private final MeterRegistry meters;
    private final InstantSource clock;
    private final AtomicLong second = new AtomicLong();
    private final AtomicLong lines = new AtomicLong();

    Refusals(MeterRegistry meters, InstantSource clock) {
        this.meters = meters;
        this.clock = clock;
    }

    void refused(AcsTopic topic, Refusal refusal) {
        meters.counter("lintel.device.refused", "channel", topic.channel().name())
                .increment();
        if (mayLog()) {
            LOG.warn(
                    "refused {} of device {}: {} {}",
                    topic.channel(),
                    Quoted.of(topic.serial()),
                    refusal.field(),
                    refusal.reason());
        }
    }

    private boolean mayLog() {
        long now = clock.instant().getEpochSecond();
        if (second.getAndSet(now) != now) {
            lines.set(0);
        }
        return lines.incrementAndGet() <= LINES_PER_SECOND;
    }
}
