package dev.lintel.routes.mqtt;

import dev.lintel.domain.access.AccessAnswer;
import dev.lintel.domain.access.AccessService;
import dev.lintel.domain.access.DecisionWording;
import dev.lintel.routes.mqtt.Decoded.Refused;
import dev.lintel.routes.mqtt.Decoded.Understood;
import dev.lintel.routes.wire.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Answers requests to open: one reply for every message, whatever is in it. */
@Component
class DoorRequests {
    private static final Logger LOG = LoggerFactory.getLogger(DoorRequests.class);

    private static final Refusal CROWDED = new Refusal("", "too many requests are waiting, ask again");
    private static final Refusal RETAINED = new Refusal("", "a request must not be retained");
    private static final Refusal UNABLE = new Refusal("", "the server cannot answer now, decide locally");
    private static final Refusal FOREIGN_TOPIC =
            new Refusal("responseTopic", "must be the device's own topic acs/v1/<serial>/response");

    private final AccessService access;
    private final DecisionWording wording;
    private final Refusals refusals;
    private final InstantSource clock;
    private final Locale language;

    /** @param language in which sentences are said unless the device wishes another */
    DoorRequests(
            AccessService access,
            DecisionWording wording,
            Refusals refusals,
            InstantSource clock,
            @Value("${lintel.language:en}") Locale language) {
        this.access = access;
        this.wording = wording;
        this.refusals = refusals;
        this.clock = clock;
        this.language = language;
    }

    List<DeviceReply> reply(DeviceMessage message) {
        Optional<Refusal> unfit = unfit(message);
        if (unfit.isPresent()) {
            return refuse(message, null, unfit.get());
        }
        return switch (DeviceMessageCodec.request(message.payload())) {
            case Refused<DoorRequest>(Object id, Refusal refusal) -> refuse(message, id, refusal);
            case Understood<DoorRequest>(DoorRequest request) ->
                Freshness.ofRequest(request.at(), clock.instant())
                        .map(refusal -> refuse(message, request.id(), refusal))
                        .orElseGet(() -> ask(message, request));
        };
    }

    private List<DeviceReply> ask(DeviceMessage message, DoorRequest request) {
        try {
            Instant now = clock.instant();
            AccessAnswer answer = access.ask(request.asAsked(message.serial(), now), request.origin());
            Locale locale = request.language() == null ? language : request.language();
            String sentence = wording.sentence(answer.facts(), answer.decision(), locale);
            return List.of(message.reply(DeviceReplies.answer(request, answer, sentence)));
        } catch (RuntimeException e) {
            LOG.error("a request could not be answered", e);
            return refuse(message, request.id(), UNABLE);
        }
    }

    /** What of the message's envelope forbids looking inside. */
    private static Optional<Refusal> unfit(DeviceMessage message) {
        if (message.crowded()) {
            return Optional.of(CROWDED);
        }
        if (message.retained()) {
            return Optional.of(RETAINED);
        }
        return message.wantsForeignTopic() ? Optional.of(FOREIGN_TOPIC) : Optional.empty();
    }

    private List<DeviceReply> refuse(DeviceMessage message, @Nullable Object id, Refusal refusal) {
        refusals.refused(message.topic(), refusal);
        return List.of(message.reply(DeviceReplies.refusedRequest(id, refusal, clock.instant())));
    }
}
