/** The devices and whether they are alive. */
@NullMarked
package dev.lintel.ui.device;

import org.jspecify.annotations.NullMarked;
