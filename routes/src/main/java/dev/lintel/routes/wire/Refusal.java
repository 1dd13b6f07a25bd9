package dev.lintel.routes.wire;

import dev.lintel.domain.wire.Quoted;

/**
 * Why a message was not taken.
 *
 * @param field the field that is wrong, as its sender knows it; empty for the message as a whole
 * @param reason English, lower case, quoting at most {@link Quoted#LONGEST} printable characters of what was sent
 */
public record Refusal(String field, String reason) {}
