package dev.lintel.domain.user;

import java.util.Locale;

/**
 * Who can log in.
 *
 * @param mustChangePassword the password was given by somebody else, and is good for nothing but choosing one's own
 */
public record Account(long id, String login, String passwordHash, boolean mustChangePassword, Locale locale) {}
