package dev.lintel.ui.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the audit says of rules, in all three languages. */
@Tag("RU-5")
class AuditedRuleWordsTest {
    private static final String COURIERS = """
            {"effect":"DENY","holders":{"kinds":["COURIER"],"profiles":["p7"]},"doors":{"groups":["Back yard"]},
             "times":{"from":"22:00:00","to":"08:00:00","holidays":"IGNORED"},"priority":2,"reasons":{"en":"By day."}}""";

    @Test
    void aPolicyIsSaidInTheLanguageOfTheReader() {
        assertThat(said(Locale.ENGLISH, "policy Couriers", COURIERS))
                .isEqualTo("Denies couriers whose profile is “Keeper” at doors within “Back yard” from 22:00 to 08:00"
                        + " (the next day) every day. People are told: By day. Priority: 2");
        assertThat(said(Locale.of("ru"), "policy Couriers", COURIERS))
                .startsWith("Останавливает курьеров")
                .contains("«Back yard»", "Приоритет: 2");
        assertThat(said(Locale.of("uk"), "policy Couriers", COURIERS))
                .startsWith("Зупиняє кур’єрів")
                .contains("«Back yard»", "Пріоритет: 2");
    }

    @Test
    void fieldsAreCalledByWhatTheyAreAndTheirName() {
        AuditedRuleWords english = words(Locale.ENGLISH);
        assertThat(english.field("policy Couriers at night")).contains("policy “Couriers at night”");
        assertThat(english.field("table Hours, 2")).contains("table “Hours, 2”");
        assertThat(english.field("row 3 Hours, 2")).contains("table “Hours, 2”, row 3");
        assertThat(english.field("scenario By night")).contains("scenario “By night”");
        assertThat(english.field("invariant Way out")).contains("invariant “Way out”");
        assertThat(english.field("note")).isEmpty();
        assertThat(words(Locale.of("ru")).field("row 3 Hours")).contains("таблица «Hours», строка 3");
        assertThat(words(Locale.of("uk")).field("scenario X")).contains("сценарій «X»");
    }

    @Test
    void tablesScenariosAndInvariantsAreSaidAlike() {
        assertThat(said(Locale.ENGLISH, "table Hours", "first")).isEqualTo("The uppermost row that fits counts");
        assertThat(said(Locale.of("uk"), "table Limits", "guest-limits")).isNotEqualTo("guest-limits");
        assertThat(said(Locale.ENGLISH, "row 1 Hours", COURIERS)).startsWith("Denies couriers");
        String limit = "{\"kind\":\"GUEST_LIMITS\",\"holders\":{\"kinds\":[\"COURIER\"]},\"outcome\":{\"days\":1}}";
        assertThat(said(Locale.ENGLISH, "row 1 Limits", limit)).isEqualTo("everybody · couriers · 1 day at most.");
        String scenario = """
                {"expected":"DENY","told":{"kind":"COURIER","identifier":"QR","device":"Gate","at":"2026-05-03T23:00:00",
                 "allowed":true}}""";
        assertThat(said(Locale.ENGLISH, "scenario By night", scenario))
                .startsWith("a courier with a QR code at “Gate”")
                .endsWith("→ denied");
        assertThat(said(Locale.ENGLISH, "scenario Recorded", "{\"expected\":\"GRANT\"}"))
                .isEqualTo("a recorded request → opens");
        String asked = """
                {"asked":{"about":"GUEST_LIMITS","question":{"kind":"COURIER","identifier":"QR","groups":["Back yard"],"family":"MAIN"},
                 "expected":{"days":1}}}""";
        assertThat(said(Locale.ENGLISH, "scenario Limits", asked))
                .isEqualTo(
                        "Limits of guest passes: a courier with a QR code of somebody of “Back yard” → 1 day at most.");
        String invariant = "{\"kind\":\"NEVER_OPENS\",\"holders\":{\"kinds\":[\"GUEST\"]}}";
        assertThat(said(Locale.ENGLISH, "invariant Floors", invariant))
                .isEqualTo("Never opens: guests at every door at any time.");
    }

    @Test
    void whatWasKeptAsATextOrIsAboutSomethingElseStaysAsItIs() {
        assertThat(words(Locale.ENGLISH).value("policy Couriers", "deny; kinds courier; priority 0"))
                .isEmpty();
        assertThat(words(Locale.ENGLISH).value("note", COURIERS)).isEmpty();
    }

    private static String said(Locale locale, String field, String value) {
        return words(locale).value(field, value).orElseThrow().replace('\u00a0', ' ');
    }

    private static AuditedRuleWords words(Locale locale) {
        return new AuditedRuleWords(new Moments(new Messages(), locale, ZoneOffset.UTC), Map.of("p7", "Keeper"));
    }
}
