package dev.lintel.domain.sync;

import dev.lintel.domain.identifier.IdentifierType;

/**
 * A copy of an identifier at a device, in a list.
 *
 * @param owner name of whoever holds the identifier
 */
public record CopyRow(long project, String identifier, String owner, IdentifierType type, DeviceCopy copy) {}
