/** Settings of the server. */
@NullMarked
package dev.lintel.ui.settings;

import org.jspecify.annotations.NullMarked;
