/** Mail: the way to the mail server, the texts, and the outbox that outlives every failure of the mail server. */
@NullMarked
package dev.lintel.domain.mail;

import org.jspecify.annotations.NullMarked;
