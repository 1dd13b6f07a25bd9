/** Guest access: passes for visitors, and the page that a visitor sees. */
@NullMarked
package dev.lintel.ui.guest;

import org.jspecify.annotations.NullMarked;
