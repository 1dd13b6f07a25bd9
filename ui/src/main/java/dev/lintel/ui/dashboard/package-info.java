/** Today at a glance, and the first steps on an empty server. */
@NullMarked
package dev.lintel.ui.dashboard;

import org.jspecify.annotations.NullMarked;
