/** Turns what managers choose into rules that Drools runs. */
@NullMarked
package dev.lintel.rules.authoring;

import org.jspecify.annotations.NullMarked;
