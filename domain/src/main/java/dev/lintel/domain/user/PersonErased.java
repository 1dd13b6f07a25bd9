package dev.lintel.domain.user;

import dev.lintel.domain.permission.Actor;

/**
 * Published by whoever deletes a person by erasure, in that transaction and while the person is still there: when it is
 * committed, the logs tell of the person under a pseudonym only.
 *
 * @param by who erases, and may
 */
public record PersonErased(Actor by, long project, String person) {}
