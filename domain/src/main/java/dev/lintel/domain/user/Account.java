package dev.lintel.domain.user;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who can log in.
 *
 * @param mustChangePassword the password was given by somebody else, and is good for nothing but choosing one's own
 * @param project whose person this is; null for an account of the server itself
 * @param person id of the person in that project
 */
public record Account(
        long id,
        String login,
        String passwordHash,
        boolean mustChangePassword,
        Locale locale,
        @Nullable Long project,
        @Nullable String person) {}
