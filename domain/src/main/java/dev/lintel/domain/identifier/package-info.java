/** What a person presents at a door, and how its many notations are made one. */
@NullMarked
package dev.lintel.domain.identifier;

import org.jspecify.annotations.NullMarked;
