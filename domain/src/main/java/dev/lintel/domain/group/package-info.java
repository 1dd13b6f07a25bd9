/** Projects and their tree of object groups. */
@NullMarked
package dev.lintel.domain.group;

import org.jspecify.annotations.NullMarked;
