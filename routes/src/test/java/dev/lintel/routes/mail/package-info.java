/** Mail against real SMTP servers. */
@NullMarked
package dev.lintel.routes.mail;

import org.jspecify.annotations.NullMarked;
