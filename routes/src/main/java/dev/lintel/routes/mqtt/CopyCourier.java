package dev.lintel.routes.mqtt;

import dev.lintel.domain.device.DeviceEvent;
import dev.lintel.domain.device.DeviceStatus;
import dev.lintel.domain.sync.CopiesPlanned;
import dev.lintel.domain.sync.Parcel;
import dev.lintel.domain.sync.Parcels;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Brings devices what they are to keep, one parcel at a time: the next one when they have acknowledged the last, or when
 * they come back. One that says nothing is asked again after a while, and after a longer one each time.
 */
@Component
class CopyCourier implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CopyCourier.class);

    /** Category of the event by which a device answers. */
    private static final String CATEGORY = "copies";

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLED = 7;
    private static final int LOOKS_EVERY_S = 15;

    private final Parcels parcels;
    private final MqttConnection connection;
    private final InstantSource clock;
    private final Map<String, Sent> sent = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("copy-courier").factory());
    private volatile boolean running;

    CopyCourier(Parcels parcels, MqttConnection connection, InstantSource clock) {
        this.parcels = parcels;
        this.connection = connection;
        this.clock = clock;
    }

    /**
     * A parcel that a device has not acknowledged.
     *
     * @param tries how often something was sent since it was last heard of
     */
    private record Sent(Instant until, int tries) {}

    @EventListener
    void planned(CopiesPlanned news) {
        afterCommit(() -> send(parcels.waiting(news.project(), news.devices())));
    }

    /** Whoever comes back has forgotten what it was told last. */
    @EventListener
    void cameOrWent(DeviceStatus.Changed change) {
        if (change.online()) {
            afterCommit(() -> {
                Collection<String> serials = parcels.waiting(change.project(), Set.of(change.deviceId()));
                serials.forEach(sent::remove);
                send(serials);
            });
        }
    }

    /** Stored with the event, which is acknowledged when both are. */
    @EventListener
    void answered(DeviceEvent.Recorded recorded) {
        DeviceEvent event = recorded.event();
        if (event.category().equals(CATEGORY)) {
            CopiesCodec.Answer answer = CopiesCodec.answer(event.details());
            parcels.acknowledged(event.serial(), answer.held(), answer.refused());
            if (!answer.held().isEmpty()) {
                afterCommit(() -> {
                    sent.remove(event.serial());
                    send(Set.of(event.serial()));
                });
            }
        }
    }

    private void afterCommit(Runnable work) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    later(work);
                }
            });
        } else {
            later(work);
        }
    }

    private void later(Runnable work) {
        if (running) {
            thread.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException failure) {
                    LOG.warn("devices could not be told what to keep; trying again", failure);
                }
            });
        }
    }

    private void send(Collection<String> serials) {
        Instant now = clock.instant();
        for (String serial : serials) {
            Sent last = sent.get(serial);
            if (last != null && now.isBefore(last.until())) {
                continue;
            }
            Parcel parcel = parcels.next(serial);
            if (parcel.isEmpty()) {
                sent.remove(serial);
                continue;
            }
            int tries = last == null ? 0 : last.tries() + 1;
            Duration pause = ANSWER_WITHIN.multipliedBy(1L << Math.min(tries, MOST_DOUBLED));
            Duration goodFor = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
            sent.put(serial, new Sent(now.plus(goodFor), tries));
            AcsTopic topic = new AcsTopic(serial, AcsTopic.Channel.COMMAND);
            connection
                    .send(new DeviceReply(topic.toString(), CopiesCodec.bytes(parcel), null), ANSWER_WITHIN)
                    .exceptionally(failure -> {
                        LOG.debug("a parcel was not sent", failure);
                        return null;
                    });
        }
    }

    @Override
    public void start() {
        running = true;
        thread.scheduleWithFixedDelay(
                () -> later(() -> send(parcels.waiting())), LOOKS_EVERY_S, LOOKS_EVERY_S, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
