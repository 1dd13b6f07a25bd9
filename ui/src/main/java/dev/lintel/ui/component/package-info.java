/** Small parts that several views share. */
@NullMarked
package dev.lintel.ui.component;

import org.jspecify.annotations.NullMarked;
