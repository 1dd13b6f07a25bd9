package dev.lintel.domain.sync;

/**
 * One copy at one device of a project.
 *
 * @param device id of the device
 * @param record id of the identifier or schedule
 */
public record CopyKey(String device, CopyKind kind, String record) {}
