package dev.lintel.domain.wallet;

/**
 * A phone that is to be told now that a pass has changed.
 *
 * @param device as the phone calls itself
 * @param pushToken by which Apple's push service knows the phone
 * @param attempt counts from 1
 */
public record DuePush(long project, String identifier, String device, String pushToken, int attempt) {}
