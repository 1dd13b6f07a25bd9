/** Settings of the server. */
@NullMarked
package dev.lintel.domain.settings;

import org.jspecify.annotations.NullMarked;
