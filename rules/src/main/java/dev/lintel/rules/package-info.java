/** How it is decided: by rules that a reader can follow. */
@NullMarked
package dev.lintel.rules;

import org.jspecify.annotations.NullMarked;
