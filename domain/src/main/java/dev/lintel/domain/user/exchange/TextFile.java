package dev.lintel.domain.user.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Reads a text whose encoding nobody told: UTF-8, UTF-16, and what spreadsheets in Cyrillic write, Windows-1251. */
final class TextFile {
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** So many bytes tell what every second one is. */
    private static final int SAMPLE = 200;

    /** The upper byte of Cyrillic letters; that of Latin ones is zero. */
    private static final byte CYRILLIC = 4;

    private TextFile() {}

    static String read(byte[] bytes) {
        String text = decode(bytes);
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE) || zeros(bytes, 1)) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF) || zeros(bytes, 0)) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException otherThanUtf8) {
            return new String(bytes, WINDOWS_1251);
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /** Whether most of every second byte is that of Latin or Cyrillic letters in UTF-16; no other encoding has these. */
    private static boolean zeros(byte[] bytes, int from) {
        int end = Math.min(bytes.length, SAMPLE);
        int zeros = 0;
        for (int i = from; i < end; i += 2) {
            zeros += bytes[i] == 0 || bytes[i] == CYRILLIC ? 1 : 0;
        }
        return end > 2 && zeros * 4 > end;
    }
}
