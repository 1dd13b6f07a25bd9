/** Access restrictions as people see them. */
@NullMarked
package dev.lintel.ui.restriction;

import org.jspecify.annotations.NullMarked;
