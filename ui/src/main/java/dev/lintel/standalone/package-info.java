/** The server on a bare machine: its command line, its folder, its start and its end. */
@NullMarked
package dev.lintel.standalone;

import org.jspecify.annotations.NullMarked;
