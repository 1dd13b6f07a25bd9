/** The people of a project as administrators see them: found, added, edited, suspended, deleted; and their families. */
@NullMarked
package dev.lintel.domain.user.people;

import org.jspecify.annotations.NullMarked;
