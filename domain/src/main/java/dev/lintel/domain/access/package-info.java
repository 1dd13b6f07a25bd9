/** The access decision: its facts, its answer, its log. */
@NullMarked
package dev.lintel.domain.access;

import org.jspecify.annotations.NullMarked;
