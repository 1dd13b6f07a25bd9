package dev.lintel.routes.mqtt;

import dev.lintel.domain.wire.WireName;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** One channel of all devices. */
final class AcsEndpoint extends DefaultEndpoint {
    private final AcsComponent component;
    private final AcsTopic.Channel channel;

    AcsEndpoint(String uri, AcsComponent component, String channel) {
        super(uri, component);
        this.component = component;
        this.channel = WireName.parse(AcsTopic.Channel.class, channel)
                .orElseThrow(() -> new IllegalArgumentException("acs:" + channel + " is no channel of the protocol"));
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new AcsConsumer(this, processor, component.connection(), component.lanes());
    }

    @Override
    public Producer createProducer() {
        return new AcsProducer(this, component.connection());
    }

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    AcsTopic.Channel channel() {
        return channel;
    }
}
