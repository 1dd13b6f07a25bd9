package dev.lintel.domain.listing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A text whose encoding nobody told: UTF-8, UTF-16, or what spreadsheets in Cyrillic write, Windows-1251.
 *
 * @param encoding name of the character set
 */
record TextFile(String text, String encoding) {
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** So many bytes tell what every second one is. */
    private static final int SAMPLE = 200;

    /** The upper byte of Cyrillic letters; that of Latin ones is zero. */
    private static final byte CYRILLIC = 4;

    static TextFile read(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE) || zeros(bytes, 1)) {
            return of(bytes, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF) || zeros(bytes, 0)) {
            return of(bytes, StandardCharsets.UTF_16BE);
        }
        return of(bytes, isUtf8(bytes) ? StandardCharsets.UTF_8 : WINDOWS_1251);
    }

    private static TextFile of(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        return new TextFile(marked ? text.substring(1) : text, charset.displayName(Locale.ROOT));
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException otherThanUtf8) {
            return false;
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
