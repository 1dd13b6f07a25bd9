package dev.lintel.routes.mqtt;

import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.StartupListener;
import org.apache.camel.support.DefaultComponent;
import org.springframework.stereotype.Component;

/**
 * Brings the device protocol to Camel routes: {@code from("acs:request")} receives what devices ask,
 * {@code to("acs:response")} answers. See {@code decisions/2026-11-22-why-an-own-mqtt-component.md}.
 */
@Component("acs")
class AcsComponent extends DefaultComponent implements StartupListener {
    /** How many messages of one kind may wait per device. */
    private static final int LONGEST_LANE = 200;

    private final MqttConnection connection;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Lanes lanes = new Lanes(workers, LONGEST_LANE);

    AcsComponent(MqttConnection connection) {
        this.connection = connection;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new AcsEndpoint(uri, this, remaining);
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        getCamelContext().addStartupListener(this);
    }

    /** Connects only now that every route listens: the broker hands over at once what it kept. */
    @Override
    public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {
        connection.open();
    }

    @Override
    protected void doShutdown() throws Exception {
        connection.close();
        workers.close();
        super.doShutdown();
    }

    MqttConnection connection() {
        return connection;
    }

    Lanes lanes() {
        return lanes;
    }
}
