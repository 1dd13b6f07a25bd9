package dev.lintel.domain.permission;

import org.jspecify.annotations.Nullable;

/**
 * A profile is about to be deleted: whoever has it is to get another. Published inside the transaction.
 *
 * @param project whose people are meant; null is everybody on the server
 * @param profile id of the one that goes
 * @param instead id of the one that its people get
 */
public record ProfileRetired(Actor by, @Nullable Long project, String profile, String instead) {}
