/** The forms of repetition that people choose from, and the rules of RFC 5545 that they stand for. */
@NullMarked
package dev.lintel.domain.schedule.repetition;

import org.jspecify.annotations.NullMarked;
