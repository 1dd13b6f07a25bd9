package dev.lintel.standalone.broker;

import dev.lintel.routes.mqtt.ServerListens;
import dev.lintel.standalone.StartRefusedException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;

/**
 * Lets devices in as soon as the server listens to them, and not before: the broker acknowledges what a device says, whether
 * or not somebody is there to answer. The server is not ready before that.
 */
final class DeviceAdmission implements ApplicationRunner, Ordered {
    private static final long PATIENCE_SECONDS = 60;

    private final EmbeddedBroker broker;
    private final CountDownLatch listens = new CountDownLatch(1);

    DeviceAdmission(EmbeddedBroker broker) {
        this.broker = broker;
    }

    @EventListener(ServerListens.class)
    void serverListens() {
        listens.countDown();
    }

    /** Before everything else that is done at a start: nothing is promised by a server that cannot open its ports. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        if (!listens.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new StartRefusedException("the server does not reach its own MQTT broker");
        }
        broker.admitDevices();
    }
}
