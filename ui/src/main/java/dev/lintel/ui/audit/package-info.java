/** Who changed what, and whether anybody has changed what the logs say of it. */
@NullMarked
package dev.lintel.ui.audit;

import org.jspecify.annotations.NullMarked;
