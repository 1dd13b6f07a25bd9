package dev.lintel.domain.user.session;

import java.time.Instant;

/**
 * A place where somebody is logged in.
 *
 * @param browser what the browser said of itself, as {@code Firefox, Windows}; empty when it said nothing known
 * @param address network address of the login
 * @param lastSeen to the minute
 */
public record LoginSession(long id, long account, String browser, String address, Instant since, Instant lastSeen) {}
