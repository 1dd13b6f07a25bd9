package dev.lintel.routes.mqtt;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A message to a device. */
record DeviceReply(String topic, byte[] payload, @Nullable ByteBuffer correlation) {}
