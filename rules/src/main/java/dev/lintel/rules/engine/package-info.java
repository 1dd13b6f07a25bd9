/** Runs the rules with Drools, and makes one decision of what they find. */
@NullMarked
package dev.lintel.rules.engine;

import org.jspecify.annotations.NullMarked;
