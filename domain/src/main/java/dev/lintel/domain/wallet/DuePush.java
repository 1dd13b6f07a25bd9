package dev.lintel.domain.wallet;

/**
 * A phone that is to be told now that a pass has changed.
 *
 * @param serial of the pass
 * @param device as the phone calls itself
 * @param pushToken by which Apple's push service knows the phone
 * @param attempt counts from 1
 */
public record DuePush(String serial, String device, String pushToken, int attempt) {}
