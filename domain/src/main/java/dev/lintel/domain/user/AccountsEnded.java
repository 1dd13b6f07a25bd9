package dev.lintel.domain.user;

import dev.lintel.domain.permission.Actor;
import java.util.List;

/**
 * Published inside the transaction of whoever shuts accounts out: their owners were suspended or deleted, or there is a new
 * password. Whoever is logged in with one of them is to be logged out.
 *
 * @param by who did it
 * @param accounts numbers
 */
public record AccountsEnded(Actor by, List<Long> accounts) {
    public AccountsEnded {
        accounts = List.copyOf(accounts);
    }
}
