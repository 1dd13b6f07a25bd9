package dev.lintel.standalone.broker;

import dev.lintel.standalone.StartRefusedException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.springframework.context.SmartLifecycle;

/**
 * The MQTT broker inside the server: on disk, password protected, plain and over TLS. It starts with a door of its own for
 * the server, and lets devices in when it is told to.
 */
public final class EmbeddedBroker implements SmartLifecycle {
    /** Before the routes, which connect to it, and stopped after them. */
    static final int PHASE = -1000;

    /** The broker passes every message from thread to thread: more of them than cores would wake one another all day. */
    private static final int THREADS = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    private static final String SERVER = "server";
    private static final String PLAIN = "mqtt";
    private static final String TLS = "mqtts";

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    private final Ports ports;
    private final LastWills wills;
    private volatile boolean running;

    /**
     * The ports to listen on.
     *
     * @param server for the server's own client, on the loopback interface only
     * @param plain for devices
     * @param tls for devices
     */
    record Ports(int server, int plain, int tls) {}

    EmbeddedBroker(Path folder, Ports ports, ServerCertificate certificate, DeviceTopicSecurity security)
            throws Exception {
        this.ports = ports;
        this.wills = new LastWills(security.serverLogin());
        broker.setConfiguration(configuration(folder, ports, certificate));
        broker.setSecurityManager(security);
    }

    private static Configuration configuration(Path folder, Ports ports, ServerCertificate certificate)
            throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setName("lintel")
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                // what is promised to a device is on the database's disk before it is told; here it is enough that a
                // message survives the death of the process, and a door need not wait for a second disk
                .setJournalDatasync(false)
                // each record goes to the operating system at once: a thread that gathers them would spin half of its
                // time
                .setJournalBufferTimeout_NIO(0)
                .setThreadPoolMaxSize(THREADS)
                .setJournalMinFiles(2)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large-messages").toString())
                .setSecurityEnabled(true)
                // with its caches a second client id of the same login would not be looked at
                .setAuthenticationCacheSize(0)
                .setAuthorizationCacheSize(0)
                .setJMXManagementEnabled(false)
                .setMessageCounterEnabled(false)
                .setResolveProtocols(false)
                .setMaxDiskUsage(97)
                .setGlobalMaxSize(64L * 1024 * 1024);
        configuration.addAcceptorConfiguration(SERVER, "tcp://127.0.0.1:" + ports.server() + "?" + LIMITS);
        configuration.addAcceptorConfiguration(PLAIN, "tcp://0.0.0.0:" + ports.plain() + "?" + LIMITS);
        configuration.addAcceptorConfiguration(TLS, "tcp://0.0.0.0:" + ports.tls() + "?" + LIMITS + tls(certificate));
        configuration.addAddressSetting("#", addressSettings());
        return configuration;
    }

    private static final String LIMITS =
            "protocols=MQTT;autoStart=false;connectionsAllowed=20000;useEpoll=false;handshake-timeout=10;connectionTtl=90000";

    private static String tls(ServerCertificate certificate) {
        return ";sslEnabled=true;enabledProtocols=TLSv1.2,TLSv1.3;keyStoreType=PKCS12;keyStorePath="
                + URLEncoder.encode(certificate.keyStore().toString(), StandardCharsets.UTF_8)
                + ";keyStorePassword=" + certificate.password();
    }

    private static AddressSettings addressSettings() {
        return new AddressSettings()
                .setAutoCreateAddresses(true)
                .setAutoCreateQueues(true)
                .setAutoDeleteAddresses(true)
                // nobody reads there: what cannot be delivered, or has expired, is gone
                .setDeadLetterAddress(SimpleString.of("lintel.undeliverable"))
                .setExpiryAddress(SimpleString.of("lintel.expired"))
                .setMaxSizeBytes(16L * 1024 * 1024)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
    }

    @Override
    public void start() {
        try {
            broker.createActiveMQServer();
            broker.getActiveMQServer().addProtocolManagerFactory(new BoundedMqtt());
            broker.start();
            broker.getActiveMQServer().getRemotingService().addIncomingInterceptor(wills);
        } catch (Exception e) {
            throw new IllegalStateException("the MQTT broker does not start", e);
        }
        listen(SERVER, ports.server());
        running = true;
    }

    /** Listens to devices, from now until it is stopped. */
    void admitDevices() {
        listen(PLAIN, ports.plain());
        listen(TLS, ports.tls());
    }

    private void listen(String acceptor, int port) {
        try {
            broker.getActiveMQServer()
                    .getRemotingService()
                    .getAcceptor(acceptor)
                    .start();
        } catch (Exception e) {
            throw new StartRefusedException("the MQTT broker cannot listen on port " + port, e);
        }
    }

    @Override
    public void stop() {
        running = false;
        try {
            broker.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the MQTT broker does not stop", e);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
