package dev.lintel.domain.sms;

/**
 * A short message that is to be sent now.
 *
 * @param id in the outbox
 * @param attempt counts from 1
 */
public record OutgoingSms(long id, int attempt, PhoneNumber to, String text) {}
