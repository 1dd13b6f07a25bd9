/** Coloured markers, for people whose passes somebody wants to see at a glance. */
@NullMarked
package dev.lintel.domain.user.marker;

import org.jspecify.annotations.NullMarked;
