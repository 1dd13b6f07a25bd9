/** Short messages on their way to Twilio. */
@NullMarked
package dev.lintel.routes.sms;

import org.jspecify.annotations.NullMarked;
