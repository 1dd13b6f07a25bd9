/** What people are told without asking: the feed, and the badge that says how much of it is new. */
@NullMarked
package dev.lintel.ui.notification;

import org.jspecify.annotations.NullMarked;
