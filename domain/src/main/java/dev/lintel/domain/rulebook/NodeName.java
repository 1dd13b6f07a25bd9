package dev.lintel.domain.rulebook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What people call this server: the machine and the port, by which two on one machine are told apart. */
@Component
record NodeName(String text) {
    @Autowired
    NodeName(@Value("${lintel.http.port:8080}") int port) {
        this(machine() + ":" + port);
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
