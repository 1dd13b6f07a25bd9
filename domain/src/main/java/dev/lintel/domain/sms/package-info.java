/** Short messages to phones: who sends them, and the outbox. */
@NullMarked
package dev.lintel.domain.sms;

import org.jspecify.annotations.NullMarked;
