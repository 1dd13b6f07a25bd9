package dev.lintel.domain.mail;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlStreamEventReceiver;

/** Writes HTML down as plain text: blocks as lines, items with a dash, links with their address behind them. */
final class PlainText implements HtmlStreamEventReceiver {
    private static final Set<String> BLOCKS = Set.of(
            "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "hr", "center");
    private static final Set<String> LINES = Set.of("br", "tr", "li");

    private final StringBuilder text = new StringBuilder();
    private @Nullable String link;
    private int linkStart;

    @Override
    public void openDocument() {
        // nothing stands before the text
    }

    @Override
    public void closeDocument() {
        // nothing stands behind it
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        if (BLOCKS.contains(element)) {
            breakLines(2);
        } else if (LINES.contains(element)) {
            breakLines(1);
        }
        if (element.equals("li")) {
            text.append("- ");
        } else if (element.equals("a")) {
            int href = attributes.indexOf("href");
            link = href < 0 ? null : attributes.get(href + 1);
            linkStart = text.length();
        }
    }

    @Override
    public void closeTag(String element) {
        if (BLOCKS.contains(element)) {
            breakLines(2);
        } else if (element.equals("td") || element.equals("th")) {
            text.append(' ');
        } else if (element.equals("a") && link != null) {
            String shown = text.substring(Math.min(linkStart, text.length())).strip();
            String address = link.startsWith("mailto:") ? link.substring("mailto:".length()) : link;
            if (!shown.equals(address)) {
                text.append(shown.isEmpty() ? "" : ": ").append(address);
            }
            link = null;
        }
    }

    @Override
    public void text(String piece) {
        String folded = piece.replaceAll("\\s+", " ");
        boolean atStart = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
        text.append(atStart ? folded.stripLeading() : folded);
    }

    /** Ends the line, and leaves so many breaks behind it and no more. */
    private void breakLines(int wanted) {
        int breaks = 0;
        while (!text.isEmpty() && Character.isWhitespace(text.charAt(text.length() - 1))) {
            breaks += text.charAt(text.length() - 1) == '\n' ? 1 : 0;
            text.setLength(text.length() - 1);
        }
        if (!text.isEmpty()) {
            text.repeat('\n', Math.max(wanted, breaks));
        }
    }

    @Override
    public String toString() {
        return text.toString().strip() + "\n";
    }
}
