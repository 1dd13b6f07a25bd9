/** Profiles: what people may do, and who gives it to them. */
@NullMarked
package dev.lintel.ui.permission;

import org.jspecify.annotations.NullMarked;
