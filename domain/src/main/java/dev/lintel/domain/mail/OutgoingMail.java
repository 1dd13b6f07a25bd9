package dev.lintel.domain.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is to be sent now.
 *
 * @param id in the outbox; null for one that is not from there
 * @param attempt counts from 1
 */
public record OutgoingMail(@Nullable Long id, int attempt, String to, MailText text, List<InlineImage> images) {}
