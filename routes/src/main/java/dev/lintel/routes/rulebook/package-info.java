/** Sends reports on rules when they are due. */
@NullMarked
package dev.lintel.routes.rulebook;

import org.jspecify.annotations.NullMarked;
