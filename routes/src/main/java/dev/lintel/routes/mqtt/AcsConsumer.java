package dev.lintel.routes.mqtt;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** Sends every message of a channel down its route, and acknowledges it to the broker when the route is through with it. */
final class AcsConsumer extends DefaultConsumer {
    /** The exchange property under which a route finds the message, whatever has become of the body. */
    static final String MESSAGE = "deviceMessage";

    private final AcsEndpoint endpoint;
    private final MqttConnection connection;
    private final Lanes lanes;

    AcsConsumer(AcsEndpoint endpoint, Processor processor, MqttConnection connection, Lanes lanes) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.connection = connection;
        this.lanes = lanes;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        connection.receive(endpoint.channel(), this::received);
    }

    private void received(Mqtt5Publish publish) {
        AcsTopic topic = AcsTopic.parse(publish.getTopic().toString()).orElseThrow();
        if (!lanes.submit(topic.toString(), () -> process(publish, topic, false))) {
            process(publish, topic, true);
        }
    }

    private void process(Mqtt5Publish publish, AcsTopic topic, boolean crowded) {
        Exchange exchange = createExchange(false);
        exchange.setProperty(
                MESSAGE,
                new DeviceMessage(
                        topic,
                        publish.getPayloadAsBytes(),
                        publish.getResponseTopic().map(Object::toString).orElse(null),
                        publish.getCorrelationData().orElse(null),
                        publish.isRetain(),
                        crowded));
        getAsyncProcessor().process(exchange, doneSync -> {
            if (exchange.getException() != null) {
                getExceptionHandler().handleException("a device message failed", exchange, exchange.getException());
            }
            publish.acknowledge();
            releaseExchange(exchange, false);
        });
    }
}
