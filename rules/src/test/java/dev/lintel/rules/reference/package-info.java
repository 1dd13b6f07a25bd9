/** A second opinion: a plain evaluator and random worlds on which it must agree with the rules. */
@NullMarked
package dev.lintel.rules.reference;

import org.jspecify.annotations.NullMarked;
