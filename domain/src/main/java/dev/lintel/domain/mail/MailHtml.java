package dev.lintel.domain.mail;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.PolicyFactory;

/** The HTML that mail may have: text, tables, links and images, with styles at the element; nothing that acts by itself. */
final class MailHtml {
    private static final Pattern LINK = Pattern.compile("(?i)(?:https?://|mailto:|tel:)[^\\s]*");
    private static final Pattern IMAGE = Pattern.compile("(?i)(?:https://[^\\s]*|cid:[a-z]{1,20})");

    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements("p", "div", "span", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "center", "font")
            .allowElements("b", "strong", "i", "em", "u", "s", "small", "sub", "sup", "code", "pre", "blockquote")
            .allowElements(
                    "ul", "ol", "li", "table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "a", "img")
            .allowWithoutAttributes("span", "font", "a", "img")
            .allowAttributes("align", "valign", "width", "height", "border", "cellpadding", "cellspacing", "bgcolor")
            .globally()
            .allowAttributes("class", "dir", "lang", "title", "role", "color", "face", "size", "colspan", "rowspan")
            .globally()
            .allowAttributes("href")
            .matching(LINK)
            .onElements("a")
            .allowAttributes("target")
            .matching(true, "_blank")
            .onElements("a")
            .allowAttributes("src")
            .matching(IMAGE)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowUrlProtocols("https", "http", "mailto", "tel", "cid")
            .allowStyling()
            .toFactory();

    private MailHtml() {}

    /** What of the HTML may be sent. */
    static String clean(String html) {
        return ALLOWED.sanitize(html);
    }

    /** What of the HTML may not be sent, in words of HTML: {@code <script>}, {@code <img onerror>}. */
    static Set<String> forbidden(String html) {
        Set<String> found = new LinkedHashSet<>();
        ALLOWED.sanitize(
                html,
                new HtmlChangeListener<Set<String>>() {
                    @Override
                    public void discardedTag(@Nullable Set<String> into, String element) {
                        found.add("<" + element + ">");
                    }

                    @Override
                    public void discardedAttributes(@Nullable Set<String> into, String element, String... names) {
                        new TreeSet<>(List.of(names)).forEach(name -> found.add("<" + element + " " + name + ">"));
                    }
                },
                found);
        return found;
    }

    /** The same content for readers that show no HTML. */
    static String plain(String html) {
        PlainText text = new PlainText();
        HtmlSanitizer.sanitize(html, ALLOWED.apply(text));
        return text.toString();
    }

    /** The text as HTML that shows exactly it, in an attribute, too. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
