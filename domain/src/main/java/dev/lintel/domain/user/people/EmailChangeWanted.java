package dev.lintel.domain.user.people;

import dev.lintel.domain.permission.Actor;

/**
 * Published in the transaction in which somebody who has an account is to get another e-mail address: the old one stays
 * until the new one is confirmed.
 *
 * @param by who wants it
 */
public record EmailChangeWanted(Actor by, Person person, String email) {}
