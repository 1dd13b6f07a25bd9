package dev.lintel.domain.device;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** What names a stored device: its id means nothing without its project. */
@Embeddable
record DeviceKey(long projectId, String deviceId) implements Serializable {}
