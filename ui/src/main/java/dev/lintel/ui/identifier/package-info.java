/** What people present at doors: its list, the page of each, and the form by which it is entered. */
@NullMarked
package dev.lintel.ui.identifier;

import org.jspecify.annotations.NullMarked;
