/** The embedded PostgreSQL: unpacked, started, watched over, stopped. */
@NullMarked
package dev.lintel.standalone.database;

import org.jspecify.annotations.NullMarked;
