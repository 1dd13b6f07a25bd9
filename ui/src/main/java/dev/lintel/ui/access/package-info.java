/** The ACS log, and every decision explained in plain words. */
@NullMarked
package dev.lintel.ui.access;

import org.jspecify.annotations.NullMarked;
