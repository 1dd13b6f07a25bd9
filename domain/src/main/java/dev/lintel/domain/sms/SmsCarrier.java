package dev.lintel.domain.sms;

/** Brings short messages to the service that sends them. */
@FunctionalInterface
public interface SmsCarrier {
    /** Tries once, and waits for the answer; a minute at most. */
    SmsAnswer send(SmsAccount account, String token, OutgoingSms sms);
}
