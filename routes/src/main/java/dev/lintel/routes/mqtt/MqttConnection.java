package dev.lintel.routes.mqtt;

import com.hivemq.client.mqtt.MqttClientState;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishBuilder;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The one connection of this node to the broker. It reconnects for as long as it takes, and the broker keeps what comes
 * meanwhile. A message is acknowledged to the broker only when its receiver says so, and at most {@link #IN_FLIGHT} are
 * unacknowledged: that is the server's bounded inbox, and the broker's disk the queue before it.
 */
@Component
class MqttConnection {
    private static final Logger LOG = LoggerFactory.getLogger(MqttConnection.class);

    /** How many messages the broker may hand over before the first of them is acknowledged. */
    static final int IN_FLIGHT = 1000;

    private static final Duration SESSION = Duration.ofDays(1);
    private static final long FIRST_RETRY_MS = 500;
    private static final long SLOWEST_RETRY_MS = 20_000;

    private final MqttSettings settings;
    private final ApplicationEventPublisher events;
    private final Map<AcsTopic.Channel, Consumer<Mqtt5Publish>> receivers = new EnumMap<>(AcsTopic.Channel.class);
    private final Mqtt5AsyncClient client;

    MqttConnection(MqttSettings settings, ApplicationEventPublisher events) {
        this.settings = settings;
        this.events = events;
        this.client = client();
        // a message is put into its lane where it is read: that takes no time, and a door need not wait for another
        // thread
        client.publishes(MqttGlobalPublishFilter.ALL, this::dispatch, Runnable::run, true);
    }

    /** Hands all messages of a channel to the receiver, who must acknowledge each. To be called before {@link #open()}. */
    void receive(AcsTopic.Channel channel, Consumer<Mqtt5Publish> receiver) {
        receivers.put(channel, receiver);
    }

    /** Starts connecting; returns at once. */
    void open() {
        client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(SESSION.toSeconds())
                .keepAlive(20)
                .restrictions()
                .receiveMaximum(IN_FLIGHT)
                .maximumPacketSize(2 * DeviceMessageCodec.LARGEST)
                .applyRestrictions()
                .send()
                .thenRun(this::subscribe);
    }

    /** Leaves; the broker keeps the session. */
    void close() {
        if (client.getState() != MqttClientState.DISCONNECTED) {
            client.disconnect().exceptionally(alreadyGone -> null).orTimeout(5, TimeUnit.SECONDS);
        }
    }

    boolean isConnected() {
        return client.getState().isConnected();
    }

    /** Sends with QoS 1. Complete when the broker has it; while there is no connection it waits for one. */
    CompletableFuture<Void> send(DeviceReply reply) {
        return publish(message(reply).build());
    }

    /** As {@link #send(DeviceReply)}, of what is worth nothing any more after a while. */
    CompletableFuture<Void> send(DeviceReply message, Duration goodFor) {
        return publish(message(message)
                .messageExpiryInterval(Math.max(1, goodFor.toSeconds()))
                .build());
    }

    private static Mqtt5PublishBuilder.Complete message(DeviceReply reply) {
        return Mqtt5Publish.builder()
                .topic(reply.topic())
                .payload(reply.payload())
                .qos(MqttQos.AT_LEAST_ONCE)
                .contentType("application/json")
                .correlationData(reply.correlation());
    }

    private CompletableFuture<Void> publish(Mqtt5Publish message) {
        return client.publish(message).thenAccept(result -> result.getError().ifPresent(error -> {
            throw new IllegalStateException("the broker did not take a message", error);
        }));
    }

    private Mqtt5AsyncClient client() {
        var builder = Mqtt5Client.builder()
                .identifier(settings.clientId())
                .serverHost(settings.host())
                .serverPort(settings.port())
                .automaticReconnect()
                .initialDelay(FIRST_RETRY_MS, TimeUnit.MILLISECONDS)
                .maxDelay(SLOWEST_RETRY_MS, TimeUnit.MILLISECONDS)
                .applyAutomaticReconnect()
                .addConnectedListener(
                        context -> LOG.info("connected to the MQTT broker {}:{}", settings.host(), settings.port()))
                .addDisconnectedListener(this::disconnected);
        if (settings.encrypted()) {
            builder = builder.sslConfig(BrokerTrust.of(settings.authority()));
        }
        if (settings.user() != null && settings.password() != null) {
            builder = builder.simpleAuth()
                    .username(settings.user())
                    .password(settings.password().getBytes(StandardCharsets.UTF_8))
                    .applySimpleAuth();
        }
        return builder.buildAsync();
    }

    private void subscribe() {
        List<Mqtt5Subscription> wanted = receivers.keySet().stream()
                .map(channel -> Mqtt5Subscription.builder()
                        .topicFilter(filter(channel))
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .build())
                .toList();
        client.subscribe(Mqtt5Subscribe.builder().addSubscriptions(wanted).build())
                .thenRun(() -> events.publishEvent(new ServerListens()))
                .exceptionally(refused -> {
                    LOG.error("the MQTT broker refuses the server's subscriptions: {}", refused.getMessage());
                    CompletableFuture.delayedExecutor(SLOWEST_RETRY_MS, TimeUnit.MILLISECONDS)
                            .execute(this::subscribe);
                    return null;
                });
    }

    /** Nodes share requests and events; each must know every status, and a shared subscription gets no retained message. */
    private static String filter(AcsTopic.Channel channel) {
        String all = AcsTopic.filter(channel);
        return channel == AcsTopic.Channel.STATUS ? all : "$share/lintel/" + all;
    }

    private void dispatch(Mqtt5Publish message) {
        var receiver = AcsTopic.parse(message.getTopic().toString())
                .map(topic -> receivers.get(topic.channel()))
                .orElse(Mqtt5Publish::acknowledge);
        receiver.accept(message);
    }

    private void disconnected(MqttClientDisconnectedContext context) {
        if (context.getReconnector().isReconnect()) {
            LOG.warn(
                    "no connection to the MQTT broker {}:{}, trying again in {} ms: {}",
                    settings.host(),
                    settings.port(),
                    context.getReconnector().getDelay(TimeUnit.MILLISECONDS),
                    context.getCause().getMessage());
        }
    }
}
