package dev.lintel.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import dev.lintel.domain.device.CredentialEnded;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerAccessIT {
    private static final InternalMqttCredential SERVER = new InternalMqttCredential("$lintel", "the server's own");

    private static final Set<String> LOST = ConcurrentHashMap.newKeySet();

    private static final DeviceTopicSecurity SECURITY = new DeviceTopicSecurity(SERVER, new DeviceLogins() {
        @Override
        public boolean authenticate(String serial, String password) {
            return !LOST.contains(password) && password.equals("secret of " + serial);
        }

        @Override
        public boolean isSerial(String name) {
            return name.startsWith("S-");
        }
    });

    private static Path folder;
    private static EmbeddedBroker.Ports ports;
    private static EmbeddedBroker broker;

    @BeforeAll
    static void start(@TempDir Path fresh) throws Exception {
        folder = fresh;
        ports = new EmbeddedBroker.Ports(freePort(), freePort(), freePort());
        broker = broker(folder, ports);
        broker.start();
        // what the broker has on its disk must not keep it from listening
        broker.stop();
        broker = broker(folder, ports);
        broker.start();
        broker.admitDevices();
    }

    private static EmbeddedBroker broker(Path folder, EmbeddedBroker.Ports ports) throws Exception {
        ServerCertificate certificate = ServerCertificate.in(folder, InstantSource.system());
        return new EmbeddedBroker(folder, ports, certificate, SECURITY);
    }

    @AfterAll
    static void stop() {
        broker.stop();
    }

    @Test
    void serverIsLetInAloneUntilDevicesAreAdmitted(@TempDir Path fresh) throws Exception {
        var others = new EmbeddedBroker.Ports(freePort(), freePort(), freePort());
        EmbeddedBroker starting = broker(fresh, others);
        starting.start();
        try {
            connected(others.server(), "lintel-test", SERVER.user(), SERVER.password())
                    .disconnect();
            assertThatThrownBy(() -> new Socket("127.0.0.1", others.plain())).isInstanceOf(ConnectException.class);
            assertThatThrownBy(() -> new Socket("127.0.0.1", others.tls())).isInstanceOf(ConnectException.class);
            starting.admitDevices();
            connected(others.plain(), "S-1", "S-1", "secret of S-1").disconnect();
        } finally {
            starting.stop();
        }
    }

    @Test
    void deviceIsHeardOnItsOwnTopicAndHearsTheServer() throws InterruptedException {
        Mqtt5BlockingClient server = connected("lintel-test", SERVER.user(), SERVER.password());
        Mqtt5BlockingClient device = device("S.1");
        try (var toServer = server.publishes(MqttGlobalPublishFilter.ALL);
                var toDevice = device.publishes(MqttGlobalPublishFilter.ALL)) {
            subscribe(server, "acs/v1/+/event");
            subscribe(device, "acs/v1/S.1/response");
            publish(device, "acs/v1/S.1/event", "here");
            publish(server, "acs/v1/S.1/response", "heard");
            assertThat(toServer.receive(10, TimeUnit.SECONDS).orElseThrow().getTopic())
                    .hasToString("acs/v1/S.1/event");
            assertThat(toDevice.receive(10, TimeUnit.SECONDS).orElseThrow().getPayloadAsBytes())
                    .isEqualTo("heard".getBytes(StandardCharsets.UTF_8));
        }
        server.disconnect();
        device.disconnect();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#",
                "+/+/+/response",
                "acs/v1/+/response",
                "acs/v1/S-2/response",
                "acs/v1/S-1/request",
                "acs/v1/S-1/#",
                "$share/group/acs/v1/S-2/response",
                "$share/group/acs/v1/+/request"
            })
    void deviceSubscribesToNothingElse(String filter) {
        Mqtt5BlockingClient device = device("S-1");
        assertThatThrownBy(() -> subscribe(device, filter)).isInstanceOf(Mqtt5SubAckException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"acs/v1/S-2/event", "acs/v1/S-2/response", "acs/v1/S-1/response", "acs/v1/S-1/else", "anything"})
    void deviceWritesNothingElse(String topic) {
        Mqtt5BlockingClient device = device("S-1");
        assertThatThrownBy(() -> publish(device, topic, "x")).isInstanceOf(Mqtt5PubAckException.class);
    }

    @Test
    void wrongPasswordIsRefused() {
        assertThatThrownBy(() -> connected("S-1", "S-1", "secret of S-2")).isInstanceOf(Mqtt5ConnAckException.class);
        assertThatThrownBy(() -> connected("S-1", SERVER.user(), "a guess")).isInstanceOf(Mqtt5ConnAckException.class);
    }

    @Test
    void connectionEndsWithThePasswordThatOpenedIt() throws Exception {
        Mqtt5BlockingClient server = connected("lintel-ends", SERVER.user(), SERVER.password());
        Mqtt5BlockingClient other = device("S-4");
        try (var toServer = server.publishes(MqttGlobalPublishFilter.ALL);
                Socket device = new Socket("127.0.0.1", ports.plain())) {
            subscribe(server, "acs/v1/S-3/status");
            assertThat(letsIn(device, "S-3", "acs/v1/S-3/status")).isTrue();
            LOST.add("secret of S-3");
            SECURITY.end(new CredentialEnded("S-3"));
            assertThat(device.getInputStream().read()).isEqualTo(-1);
            assertThat(toServer.receive(10, TimeUnit.SECONDS)).isPresent();
        }
        assertThatThrownBy(() -> device("S-3")).isInstanceOf(Mqtt5ConnAckException.class);
        publish(other, "acs/v1/S-4/event", "still here");
        other.disconnect();
        server.disconnect();
    }

    @Test
    void nobodyTakesTheConnectionOfAnother() {
        Mqtt5BlockingClient device = device("S-5");
        assertThatThrownBy(() -> connected("S-5", "S-6", "secret of S-6")).isInstanceOf(Mqtt5ConnAckException.class);
        assertThatThrownBy(() -> connected("lintel-server", "S-6", "secret of S-6"))
                .isInstanceOf(Mqtt5ConnAckException.class);
        assertThat(device.getState().isConnected()).isTrue();
        device.disconnect();
    }

    @Test
    void deviceLeavesALastWillForItsOwnStatusOnly() throws Exception {
        Mqtt5BlockingClient server = connected("lintel-wills", SERVER.user(), SERVER.password());
        try (var toServer = server.publishes(MqttGlobalPublishFilter.ALL)) {
            subscribe(server, "acs/v1/#");
            for (String foreign : List.of("acs/v1/S-8/status", "acs/v1/S-8/response", "acs/v1/S-7/response")) {
                assertThat(vanishesWith("S-7", foreign)).isFalse();
            }
            assertThat(vanishesWith("S-7", "acs/v1/S-7/status")).isTrue();
            assertThat(toServer.receive(10, TimeUnit.SECONDS).orElseThrow().getTopic())
                    .hasToString("acs/v1/S-7/status");
        }
        server.disconnect();
    }

    /** Vanishes without a word, leaving a last will. Returns whether the broker had let it in. */
    private static boolean vanishesWith(String serial, String willTopic) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", ports.plain())) {
            return letsIn(socket, serial, willTopic);
        }
    }

    /** Connects by MQTT 3.1.1 with a last will. */
    private static boolean letsIn(Socket socket, String serial, String willTopic) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream packet = new DataOutputStream(body);
        packet.writeUTF("MQTT");
        packet.write(new byte[] {4, (byte) 0b1100_1110, 0, 60}); // version, login and will at QoS 1, keep alive
        for (String text : List.of(serial, willTopic, "x", serial, "secret of " + serial)) {
            packet.writeUTF(text);
        }
        try {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(new byte[] {0x10, (byte) body.size()});
            socket.getOutputStream().write(body.toByteArray());
            return socket.getInputStream().readNBytes(4).length == 4;
        } catch (SocketException reset) {
            return false;
        }
    }

    @Test
    void oversizedPacketEndsTheConnection() {
        Mqtt5BlockingClient device = device("S-1");
        String large = "x".repeat(BoundedMqtt.MAXIMUM_PACKET);
        assertThatThrownBy(() -> publish(device, "acs/v1/S-1/event", large)).isNotNull();
    }

    @Test
    void encryptedConnectionIsTrustedThroughOurAuthority() throws Exception {
        Mqtt5BlockingClient device = encrypted("S-9");
        publish(device, "acs/v1/S-9/event", "x");
        device.disconnect();
    }

    private static Mqtt5BlockingClient encrypted(String serial) throws Exception {
        Mqtt5BlockingClient device = Mqtt5Client.builder()
                .serverHost("localhost")
                .serverPort(ports.tls())
                .sslConfig(MqttClientSslConfig.builder()
                        .trustManagerFactory(trusting(folder.resolve("lintel-ca.pem")))
                        .build())
                .simpleAuth()
                .username(serial)
                .password(("secret of " + serial).getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .buildBlocking();
        device.connect();
        return device;
    }

    private static TrustManagerFactory trusting(Path authority) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(authority)) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }

    private static Mqtt5BlockingClient device(String serial) {
        return connected(serial, serial, "secret of " + serial);
    }

    private static Mqtt5BlockingClient connected(String clientId, String user, String password) {
        return connected(ports.plain(), clientId, user, password);
    }

    private static Mqtt5BlockingClient connected(int port, String clientId, String user, String password) {
        Mqtt5BlockingClient client = Mqtt5Client.builder()
                .identifier(clientId)
                .serverHost("127.0.0.1")
                .serverPort(port)
                .simpleAuth()
                .username(user)
                .password(password.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .buildBlocking();
        client.connect();
        return client;
    }

    private static void subscribe(Mqtt5BlockingClient client, String filter) {
        client.subscribeWith().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE).send();
    }

    private static void publish(Mqtt5BlockingClient client, String topic, String text) {
        client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(text.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
