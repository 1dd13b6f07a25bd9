/** What devices keep for the time when they cannot ask. */
@NullMarked
package dev.lintel.ui.sync;

import org.jspecify.annotations.NullMarked;
