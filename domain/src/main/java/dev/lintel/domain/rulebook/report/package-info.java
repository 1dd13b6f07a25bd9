/** What was in force when, what changed, what nobody needs: asked for, or sent by mail again and again. */
@NullMarked
package dev.lintel.domain.rulebook.report;

import org.jspecify.annotations.NullMarked;
