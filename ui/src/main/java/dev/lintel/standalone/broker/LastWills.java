package dev.lintel.standalone.broker;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a device leave a last will for its own status only. The broker publishes wills by itself and asks nobody whether the
 * device may write there.
 */
final class LastWills implements MQTTInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(LastWills.class);

    private final String server;

    /** @param server login of the server, whose will may be anything */
    LastWills(String server) {
        this.server = server;
    }

    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        if (packet instanceof MqttConnectMessage connect
                && connect.variableHeader().isWillFlag()
                && !isOwn(connect)) {
            LOG.warn("a connection was refused: its last will is not for its own status");
            connection.destroy();
            return false;
        }
        return true;
    }

    private boolean isOwn(MqttConnectMessage connect) {
        String login = connect.payload().userName();
        return server.equals(login)
                || ("acs/v1/" + login + "/status").equals(connect.payload().willTopic());
    }
}
