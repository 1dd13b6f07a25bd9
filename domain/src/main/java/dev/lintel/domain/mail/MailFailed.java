package dev.lintel.domain.mail;

import org.jspecify.annotations.Nullable;

/**
 * Published when a mail has been given up.
 *
 * @param project whose mail it is; null is the server's own
 */
public record MailFailed(long id, @Nullable Long project, String to, MailProblem problem) {}
