/** Which identifier opens what, by which restriction, and whether it would at some moment: decided as at the doors. */
@NullMarked
package dev.lintel.domain.access.matrix;

import org.jspecify.annotations.NullMarked;
