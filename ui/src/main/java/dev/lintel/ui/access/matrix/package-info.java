/** The access matrix, who can open a door, and which doors somebody opens. */
@NullMarked
package dev.lintel.ui.access.matrix;

import org.jspecify.annotations.NullMarked;
