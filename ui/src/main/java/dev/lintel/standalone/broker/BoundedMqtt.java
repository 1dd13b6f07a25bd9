package dev.lintel.standalone.broker;

import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.BaseInterceptor;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManager;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManagerFactory;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;

/** MQTT whose packets are refused while they come in; the broker's own limit is looked at once 256 MB are in memory. */
final class BoundedMqtt extends MQTTProtocolManagerFactory {
    /** Largest packet in bytes; the largest message of the protocol has less than a tenth of it. */
    static final int MAXIMUM_PACKET = 256 * 1024;

    @Override
    @SuppressWarnings("rawtypes") // as the overridden method
    public ProtocolManager createProtocolManager(
            ActiveMQServer server,
            Map<String, Object> parameters,
            List<BaseInterceptor> incoming,
            List<BaseInterceptor> outgoing)
            throws Exception {
        var unbounded = (MQTTProtocolManager) super.createProtocolManager(server, parameters, incoming, outgoing);
        unbounded.setMaximumPacketSize(MAXIMUM_PACKET);
        return new BoundedMqttProtocol(unbounded);
    }
}
