package dev.lintel.ui.security;

import dev.lintel.domain.permission.Actor;

/** Whoever proved who they are, as the one on whose behalf services act. */
interface ActingPrincipal {
    Actor actor();
}
