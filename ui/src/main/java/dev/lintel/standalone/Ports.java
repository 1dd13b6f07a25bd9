package dev.lintel.standalone;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The ports that the server is going to listen on. */
final class Ports {
    private Ports() {}

    /** @throws StartRefusedException naming the port, what needs it, and what to change */
    static void requireFree(LintelProperties properties) {
        requireFree(properties.http().port(), "the web application", "LINTEL_HTTP_PORT");
        if (properties.mqtt().embedded()) {
            requireFree(properties.mqtt().port(), "MQTT for the devices", "LINTEL_MQTT_PORT");
            requireFree(properties.mqtts().port(), "MQTT over TLS for the devices", "LINTEL_MQTTS_PORT");
        }
    }

    private static void requireFree(int port, String purpose, String variable) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new StartRefusedException(
                    "port " + port + " is not free, and " + purpose + " needs it (" + e.getMessage()
                            + "); end what uses it, or choose another port with " + variable,
                    e);
        }
    }
}
