package dev.lintel.domain.wire;

/** Makes text from outside fit to be shown: bounded, one line, printable. Log lines and answers can then not be forged with it. */
public final class Quoted {
    /** How many characters of foreign text are ever repeated. */
    public static final int LONGEST = 40;

    private Quoted() {}

    /** The text in quotes, with everything but plain printable characters as a question mark. */
    public static String of(String foreign) {
        StringBuilder quoted = new StringBuilder("\"");
        foreign.codePoints().limit(LONGEST).forEach(c -> quoted.appendCodePoint(isPlain(c) ? c : '?'));
        boolean cut = foreign.codePointCount(0, foreign.length()) > LONGEST;
        return quoted.append(cut ? "…\"" : "\"").toString();
    }

    private static boolean isPlain(int c) {
        return c != '"' && c != '\\' && (c == ' ' || Character.isLetterOrDigit(c) || c > ' ' && c < 127);
    }
}
