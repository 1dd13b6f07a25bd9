package dev.lintel.routes.mqtt;

import dev.lintel.routes.wire.Refusal;
import org.jspecify.annotations.Nullable;

/** What a decoder made of a piece of a message. */
sealed interface Decoded<T> {
    record Understood<T>(T value) implements Decoded<T> {}

    /** @param name the id or sequence number of what is refused, as far as it could be read, so that the device can match it */
    record Refused<T>(@Nullable Object name, Refusal refusal) implements Decoded<T> {}
}
