package dev.lintel.domain.mail;

import org.jspecify.annotations.Nullable;

/**
 * Which mails are looked for; what is null does not matter.
 *
 * @param to part of the recipient's address
 */
public record MailFilter(
        @Nullable Long project,
        MailDelivery.@Nullable State state,
        @Nullable String to) {}
