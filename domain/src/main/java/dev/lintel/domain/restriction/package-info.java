/** Access restrictions: what they let through which door, and to whom they are granted. */
@NullMarked
package dev.lintel.domain.restriction;

import org.jspecify.annotations.NullMarked;
