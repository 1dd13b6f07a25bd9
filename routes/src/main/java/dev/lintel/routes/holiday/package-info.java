/** Subscribed holiday calendars: got from the network, carefully, and refreshed each day. */
@NullMarked
package dev.lintel.routes.holiday;

import org.jspecify.annotations.NullMarked;
