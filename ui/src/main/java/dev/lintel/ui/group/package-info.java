/** The tree of object groups, and the page of each. */
@NullMarked
package dev.lintel.ui.group;

import org.jspecify.annotations.NullMarked;
