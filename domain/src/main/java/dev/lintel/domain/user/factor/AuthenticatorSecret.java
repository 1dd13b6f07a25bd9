package dev.lintel.domain.user.factor;

import dev.lintel.domain.permission.Secrets;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an authenticator app and the server both know: time-based one-time passwords (RFC 6238) of six digits, SHA-1, thirty
 * seconds each. Those are the only parameters that every app understands.
 *
 * @param base32 160 bits, as they are typed into an app
 */
public record AuthenticatorSecret(String base32) {
    static final int STEP_SECONDS = 30;

    /** One step early or late is forgiven, for clocks that differ and fingers that are slow (RFC 6238 section 5.2). */
    private static final int FORGIVEN_STEPS = 1;

    private static final int SECRET_BYTES = 20;
    private static final int BELOW = 1_000_000;
    private static final String MAC = "HmacSHA1";

    public static AuthenticatorSecret random() {
        return new AuthenticatorSecret(Base32.encode(Secrets.random(SECRET_BYTES)));
    }

    /** What the picture says that apps scan. */
    public String uri(String login) {
        return "otpauth://totp/Lintel:" + escape(login) + "?secret=" + base32 + "&issuer=Lintel";
    }

    /** The step of time whose code this is; empty when it is the code of no step near the moment. */
    OptionalLong stepOf(String code, Instant at) {
        long now = at.getEpochSecond() / STEP_SECONDS;
        byte[] typed = code.getBytes(StandardCharsets.UTF_8);
        return LongStream.rangeClosed(now - FORGIVEN_STEPS, now + FORGIVEN_STEPS)
                .filter(step -> MessageDigest.isEqual(typed, code(step).getBytes(StandardCharsets.UTF_8)))
                .findFirst();
    }

    /** The code of a step (RFC 4226 section 5.3). */
    String code(long step) {
        byte[] hash = hmac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xF;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return "%06d".formatted(number % BELOW);
    }

    private byte[] hmac(byte[] message) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(Base32.decode(base32), MAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + MAC, impossible);
        }
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Says nothing of itself in logs. */
    @Override
    public String toString() {
        return "AuthenticatorSecret[…]";
    }
}
