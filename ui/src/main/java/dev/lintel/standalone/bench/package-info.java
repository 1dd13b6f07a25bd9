/** Decides and measures from files, without a server: for comparisons with other engines and for keeping promises about speed. */
@NullMarked
package dev.lintel.standalone.bench;

import org.jspecify.annotations.NullMarked;
