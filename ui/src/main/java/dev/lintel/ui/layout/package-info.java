/** The frame around every view: navigation, theme, the guards of the way in. */
@NullMarked
package dev.lintel.ui.layout;

import org.jspecify.annotations.NullMarked;
