package dev.lintel.routes.mqtt;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/** Publishes the replies in the body; the exchange goes on when the broker has them all. */
final class AcsProducer extends DefaultAsyncProducer {
    private final MqttConnection connection;

    AcsProducer(AcsEndpoint endpoint, MqttConnection connection) {
        super(endpoint);
        this.connection = connection;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        List<?> replies = Objects.requireNonNull(exchange.getIn().getBody(List.class));
        CompletableFuture<?>[] sent = replies.stream()
                .map(reply -> connection.send((DeviceReply) reply))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sent).whenComplete((done, failure) -> {
            if (failure != null) {
                exchange.setException(failure);
            }
            callback.done(false);
        });
        return false;
    }
}
