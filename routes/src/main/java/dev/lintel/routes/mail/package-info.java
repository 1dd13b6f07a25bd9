/** The way of mail from the outbox to the mail server, over SMTP. */
@NullMarked
package dev.lintel.routes.mail;

import org.jspecify.annotations.NullMarked;
