/** Mail: the way to the mail server, the texts, and what was sent. */
@NullMarked
package dev.lintel.ui.mail;

import org.jspecify.annotations.NullMarked;
