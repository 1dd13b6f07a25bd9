/** What devices keep for the time when they cannot ask: planned from the site, brought to them, acknowledged by them. */
@NullMarked
package dev.lintel.domain.sync;

import org.jspecify.annotations.NullMarked;
