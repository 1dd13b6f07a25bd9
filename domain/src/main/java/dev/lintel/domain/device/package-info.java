/** Panels, monitors and controllers, and how they prove who they are. */
@NullMarked
package dev.lintel.domain.device;

import org.jspecify.annotations.NullMarked;
