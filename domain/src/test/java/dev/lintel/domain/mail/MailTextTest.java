package dev.lintel.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.mail.MailRefusedException.Problem;
import dev.lintel.domain.mail.MailRefusedException.Reason;
import dev.lintel.domain.settings.ServerSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MailTextTest {
    private static final String SUBJECT = "A new password";
    private static final String LINK = "<p><a href=\"{link}\">Here</a></p>";

    static Stream<Arguments> texts() {
        return Stream.of(MailType.values())
                .flatMap(type -> ServerSettings.LANGUAGES.stream().map(language -> Arguments.of(type, language)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyTextThatShipsKeepsTheRulesForTexts(MailType type, Locale language) {
        MailTemplate text = BuiltInTexts.of(type, language);

        assertThat(TemplateCheck.problems(type, text.subject(), text.body())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<script>alert(1)</script>                               | <script>",
                "<img src='https://a.example/x.png' onerror='alert(1)'>  | <img onerror>",
                "<a href='javascript:alert(1)'>x</a>                     | <a href>",
                "<a href='JaVaScRiPt&colon;alert(1)'>x</a>               | <a href>",
                "<a href='data:text/html,x'>x</a>                        | <a href>",
                "<img src='data:image/svg+xml,x'>                        | <img src>",
                "<img src='http://a.example/x.png'>                      | <img src>",
                "<iframe src='https://a.example'></iframe>               | <iframe>",
                "<style>p { color: red }</style>                         | <style>",
                "<form action='https://a.example'></form>                | <form>",
                "<svg onload='alert(1)'></svg>                           | <svg>",
                "<base href='https://a.example'>                         | <base>",
                "<meta http-equiv='refresh' content='0;url=x'>           | <meta>",
                "<p onclick='x()'>x</p>                                  | <p onclick>"
            })
    void refusesWhatActsByItself(String html, String named) {
        List<Problem> problems = TemplateCheck.problems(MailType.PASSWORD_RECOVERY, SUBJECT, LINK + html);

        assertThat(problems).contains(new Problem("body", Reason.HTML_NOT_ALLOWED, named));
        assertThat(MailHtml.clean(html).toLowerCase(Locale.ROOT))
                .doesNotContain(
                        "script", "onerror", "onclick", "onload", "data:", "iframe", "<style", "<form", "http:");
    }

    @Test
    void takesTheHtmlOfMailButNoStyleThatLoads() {
        String html = "<table width=\"560\"><tr><td style=\"padding:4px;color:#0f766e\">Hello</td></tr></table>"
                + "<img src=\"cid:qr\" alt=\"code\">";
        String loads = "<p style=\"background:url(https://a.example/x)\">x</p>";

        assertThat(MailHtml.forbidden(html)).isEmpty();
        assertThat(MailHtml.clean(html)).contains("color:#0f766e", "cid:qr");
        assertThat(MailHtml.forbidden(loads)).containsExactly("<p style>");
        assertThat(MailHtml.clean(loads)).isEqualTo("<p>x</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>Hello</p>",
                "<!-- {link} --><p>Hello</p>",
                "<p title=\"{link}\">Hello</p>",
                "<script>{link}</script>"
            })
    void refusesABodyInWhichNobodyWouldSeeTheLink(String body) {
        assertThat(TemplateCheck.problems(MailType.PASSWORD_RECOVERY, SUBJECT, body))
                .contains(new Problem("body", Reason.PLACEHOLDER_MISSING, "{link}"));
    }

    @Test
    void refusesPlaceholdersThatTheTypeDoesNotKnowAndSecretsInTheSubject() {
        assertThat(TemplateCheck.problems(MailType.PASSWORD_RECOVERY, "{link} {nmae}", LINK + "{code}"))
                .containsExactly(
                        new Problem("subject", Reason.PLACEHOLDER_UNKNOWN, "{nmae}"),
                        new Problem("subject", Reason.SECRET_IN_SUBJECT, "{link}"),
                        new Problem("body", Reason.PLACEHOLDER_UNKNOWN, "{code}"));
        assertThat(TemplateCheck.problems(MailType.TEST, "a\r\nBcc: b@example.org", " "))
                .extracting(Problem::reason)
                .containsExactly(Reason.CONTROL_CHARACTER, Reason.MISSING);
    }

    @Test
    void aValueIsShownAndNeverLookedAtAgain() {
        Map<String, String> values = Map.of("name", "<b>{link}</b>$1\\", "link", "https://a.example/?a=1&b='2'");

        String filled = Placeholders.fill("{name}: <a href=\"{link}\">{unknown}</a>", values, MailHtml::escape);

        assertThat(filled)
                .isEqualTo("&lt;b&gt;{link}&lt;/b&gt;$1\\: "
                        + "<a href=\"https://a.example/?a=1&amp;b=&#39;2&#39;\">{unknown}</a>");
    }

    @Test
    void writesHtmlDownAsPlainText() {
        String html = "<h1>Welcome</h1>\n<p>Hello\n Anna,<br>look <a href=\"https://a.example/x\">here</a>:</p>"
                + "<ul><li>one</li><li>two</li></ul><a href=\"https://a.example\">https://a.example</a>";

        assertThat(MailHtml.plain(html)).isEqualTo("""
                Welcome

                Hello Anna,
                look here: https://a.example/x:

                - one
                - two

                https://a.example
                """);
    }
}
