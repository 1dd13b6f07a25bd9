/** The rules of a project: policies as sentences, their editor, and the way of a draft until it is in force. */
@NullMarked
package dev.lintel.ui.rulebook;

import org.jspecify.annotations.NullMarked;
