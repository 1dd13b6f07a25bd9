package dev.lintel.ui.access;

import static dev.lintel.ui.access.FactsOfAnna.facts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.AppliedPolicy;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.ui.i18n.Language;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionSentencesTest {
    @Test
    void saysWhichScheduleIsClosedAndWhenItOpensAgain() {
        FactsOfAnna facts = facts().grant("cleaners", "working-hours", false, "2026-01-12T09:00:00Z");
        assertSays(
                facts,
                ReasonCode.OUTSIDE_SCHEDULE,
                "Refused: Anna Bell’s card is valid, but “Cleaners” opens “Main entrance” only while “Working hours” is"
                        + " open; it opens again on Monday at 09:00.",
                "Отказано: карта пользователя Anna Bell действует, но ограничение «Cleaners» пропускает только по"
                        + " расписанию «Working hours» («Main entrance»); снова откроется в понедельник в 09:00.",
                "Відмовлено: картка користувача Anna Bell діє, але обмеження «Cleaners» пропускає лише за розкладом"
                        + " «Working hours» («Main entrance»); знову відчиниться у понеділок о 09:00.");
    }

    @Test
    void saysThatAScheduleNeverOpensAgain() {
        assertThat(facts().grant("cleaners", "working-hours", false, null)
                        .sentence(ReasonCode.OUTSIDE_SCHEDULE, Language.ENGLISH))
                .endsWith("only while “Working hours” is open; it will not open again.");
    }

    @Test
    void saysBySeveralRestrictionsWhenTheFirstOfThemOpens() {
        FactsOfAnna facts = facts().grant("cleaners", "working-hours", false, "2026-01-12T09:00:00Z")
                .grant("guards", "nights", false, "2026-01-10T20:00:00Z");
        assertThat(facts.sentence(ReasonCode.OUTSIDE_SCHEDULE, Language.ENGLISH))
                .isEqualTo("Refused: Anna Bell’s card is valid, but “Cleaners” and “Guards” open “Main entrance” only"
                        + " while “Working hours” or “Nights” is open; it opens again at 20:00.");
        assertThat(facts.sentence(ReasonCode.OUTSIDE_SCHEDULE, Language.RUSSIAN))
                .contains(
                        "ограничения «Cleaners» и «Guards» пропускают только по расписанию «Working hours» или «Nights»");
    }

    @Test
    void saysByWhichGroupAndScheduleADoorOpens() {
        assertSays(
                facts().grant("cleaners", "working-hours", true, "2026-01-10T19:00:00Z"),
                ReasonCode.GRANTED,
                "Granted: Anna Bell’s card opens “Main entrance” by “Cleaners”, granted to “Apartment 12”; “Working"
                        + " hours” is open, it may close at 19:00.",
                "Разрешено: карта пользователя Anna Bell открывает «Main entrance» по ограничению «Cleaners», выдано"
                        + " группе «Apartment 12»; открыто по расписанию «Working hours», может закрыться в 19:00.",
                "Дозволено: картка користувача Anna Bell відчиняє «Main entrance» за обмеженням «Cleaners», надано"
                        + " групі «Apartment 12»; відчинено за розкладом «Working hours», може зачинитися о 19:00.");
    }

    @Test
    void namesTheRestrictionThatStaysOpenLongest() {
        assertThat(facts().grant("cleaners", "working-hours", true, "2026-01-10T19:00:00Z")
                        .grant("guards", "nights", true, "2026-01-10T23:00:00Z")
                        .sentence(ReasonCode.GRANTED, Language.ENGLISH))
                .isEqualTo("Granted: Anna Bell’s card opens “Main entrance” by “Guards”, granted to “Apartment 12”;"
                        + " “Nights” is open, it may close at 23:00.");
    }

    @Test
    void saysWhenAnIdentifierIsValid() {
        assertSays(
                facts().validFrom("2026-03-02T00:00:00Z"),
                ReasonCode.NOT_YET_VALID,
                "Refused: Anna Bell’s card becomes valid only on 2 March 2026 at 00:00.",
                "Отказано: карта пользователя Anna Bell начнёт действовать только 2 марта 2026 г. в 00:00.",
                "Відмовлено: картка користувача Anna Bell почне діяти лише 2 березня 2026 р. о 00:00.");
        assertSays(
                facts().validUntil("2026-01-01T00:00:00Z"),
                ReasonCode.EXPIRED,
                "Refused: Anna Bell’s card expired on 1 January 2026 at 00:00.",
                "Отказано: карта пользователя Anna Bell — срок действия истёк 1 января 2026 г. в 00:00.",
                "Відмовлено: картка користувача Anna Bell — строк дії минув 1 січня 2026 р. о 00:00.");
    }

    @Test
    void namesTheOwnerOfAGuestsCode() {
        assertSays(
                facts().guest(GuestKind.COURIER, IdentifierType.ACCESS_CODE, 3),
                ReasonCode.PASSES_USED_UP,
                "Refused: the access code that Anna Bell gave to a courier was good for 3 passes, and all have been"
                        + " used.",
                "Отказано: код доступа курьера (от пользователя Anna Bell) больше не действует, использованы все 3"
                        + " прохода.",
                "Відмовлено: код доступу кур’єра (від користувача Anna Bell) більше не діє, використано всі 3"
                        + " проходи.");
        assertThat(facts().guest(GuestKind.GUEST, IdentifierType.QR, 1)
                        .sentence(ReasonCode.PASSES_USED_UP, Language.ENGLISH))
                .isEqualTo(
                        "Refused: the QR code that Anna Bell gave to a guest was good for a single pass, and that has"
                                + " been used.");
    }

    @Test
    void saysWhyAGuestMayNotUseWhatTheOwnerMay() {
        assertThat(facts().guest(GuestKind.GUEST, IdentifierType.QR, 1)
                        .grant("cleaners", "working-hours", true, null)
                        .sentence(ReasonCode.NO_RESTRICTION, Language.ENGLISH))
                .isEqualTo("Refused: the QR code that Anna Bell gave to a guest is valid, but “Cleaners” does not let"
                        + " guests through “Main entrance”.");
    }

    @Test
    void saysWhetherSomebodyHasNoDoorOrOnlyOthers() {
        assertSays(
                facts(),
                ReasonCode.NO_RESTRICTION,
                "Refused: Anna Bell’s card is valid, but has not been given any door.",
                "Отказано: карта пользователя Anna Bell действует, но не открывает ни одной двери.",
                "Відмовлено: картка користувача Anna Bell діє, але не відчиняє жодних дверей.");
        assertThat(facts().elsewhere(2).sentence(ReasonCode.NO_RESTRICTION, Language.ENGLISH))
                .isEqualTo("Refused: Anna Bell’s card is valid, but “Main entrance” is not among the doors that it"
                        + " opens.");
    }

    @Test
    void saysWhichLockIsNotAllowed() {
        FactsOfAnna facts = facts().grant("cleaners", "working-hours", true, null);
        assertThat(facts.lock(2).sentence(ReasonCode.LOCK_NOT_ALLOWED, Language.ENGLISH))
                .isEqualTo("Refused: Anna Bell’s card is valid, but “Cleaners” does not open lock 2 of “Main"
                        + " entrance”.");
        assertThat(facts.lock(0).sentence(ReasonCode.LOCK_NOT_ALLOWED, Language.ENGLISH))
                .contains("does not open all locks of");
        assertThat(facts.lock(5).sentence(ReasonCode.LOCK_NOT_ALLOWED, Language.ENGLISH))
                .endsWith("but “Main entrance” has no lock 5.");
    }

    @Test
    void saysWhatWasNotRecognised() {
        assertSays(
                facts().unknown(),
                ReasonCode.UNKNOWN_IDENTIFIER,
                "Refused: this card is not known at Heathfield House.",
                "Отказано: такая карта не зарегистрирована в проекте «Heathfield House».",
                "Відмовлено: таку картку у проєкті «Heathfield House» не зареєстровано.");
    }

    @Test
    void saysThatAnIdentifierWasRevokedOrItsOwnerSuspended() {
        assertSays(
                facts(),
                ReasonCode.REVOKED,
                "Refused: Anna Bell’s card has been revoked.",
                "Отказано: карта пользователя Anna Bell — отозвана.",
                "Відмовлено: картка користувача Anna Bell — відкликана.");
        assertSays(
                facts(),
                ReasonCode.IDENTIFIER_SUSPENDED,
                "Refused: Anna Bell’s card is suspended for the time being.",
                "Отказано: карта пользователя Anna Bell — временно приостановлена.",
                "Відмовлено: картка користувача Anna Bell — тимчасово призупинена.");
        assertSays(
                facts(),
                ReasonCode.HOLDER_SUSPENDED,
                "Refused: Anna Bell’s access is suspended.",
                "Отказано: доступ пользователя Anna Bell приостановлен.",
                "Відмовлено: доступ користувача Anna Bell призупинено.");
    }

    @Test
    void namesThePolicyThatDecidedAndWhatItTellsInTheLanguageOfTheReader() {
        AppliedPolicy nights = new AppliedPolicy(
                "p1", "Couriers at night", PolicyEffect.DENY, Map.of("en", "Deliveries until 22:00", "uk", "До 22:00"));
        AppliedPolicy noted = new AppliedPolicy("p2", "Watched", PolicyEffect.NOTIFY, Map.of("en", "Watched"));

        assertThat(facts().sentence(ReasonCode.POLICY_DENIED, Language.ENGLISH, nights, noted))
                .isEqualTo("Refused: Anna Bell’s card is valid, but the policy “Couriers at night” forbids it here and"
                        + " now: “Deliveries until 22:00”.");
        assertThat(facts().sentence(ReasonCode.POLICY_DENIED, Language.RUSSIAN, nights))
                .isEqualTo("Отказано: карта пользователя Anna Bell действует, но здесь и сейчас проход запрещён"
                        + " политикой «Couriers at night».");
        assertThat(facts().sentence(ReasonCode.POLICY_DENIED, Language.UKRAINIAN, nights))
                .endsWith("заборонено політикою «Couriers at night»: «До 22:00».");
        AppliedPolicy floors = new AppliedPolicy("p3", "Open day", PolicyEffect.ALLOW, Map.of());
        AppliedPolicy firemen = new AppliedPolicy("p4", "Firemen", PolicyEffect.ALLOW, Map.of());
        assertThat(facts().sentence(ReasonCode.POLICY_ALLOWED, Language.ENGLISH, floors, firemen))
                .isEqualTo(
                        "Granted: the policies “Open day” and “Firemen” let Anna Bell’s card through “Main entrance”,"
                                + " whatever the restrictions say.");
    }

    @Test
    void copesWithEverythingHavingBeenDeletedSince() {
        FactsOfAnna facts =
                facts().grant("cleaners", "working-hours", false, null).forgotten();
        assertThat(facts.sentence(ReasonCode.OUTSIDE_SCHEDULE, Language.ENGLISH))
                .isEqualTo("Refused: the card is valid, but a restriction that has since been deleted opens this door"
                        + " only while a schedule that has since been deleted is open; it will not open again.");
        assertThat(facts.sentence(ReasonCode.GRANTED, Language.UKRAINIAN)).startsWith("Дозволено: картка відчиняє");
    }

    @ParameterizedTest
    @EnumSource(ReasonCode.class)
    void everyReasonIsOnePlainSentenceWithoutACode(ReasonCode reason) {
        FactsOfAnna rich = facts().validFrom("2026-03-02T00:00:00Z")
                .validUntil("2026-03-03T00:00:00Z")
                .grant("cleaners", "working-hours", true, "2026-01-12T09:00:00Z");
        for (Language language : Language.values()) {
            for (FactsOfAnna facts :
                    Arrays.asList(rich, rich.guest(GuestKind.GUEST, IdentifierType.FACE, 2), rich.forgotten())) {
                assertThat(facts.sentence(reason, language))
                        .matches("(?s)(Granted|Refused|Разрешено|Отказано|Дозволено|Відмовлено): .+\\.")
                        .doesNotContain("sentence.", "phrase.", "{", "}", "null", "_", "  ", reason.name())
                        .doesNotContain("identifier-1", "device-1", "user-1", "group-1");
            }
        }
    }

    private static void assertSays(
            FactsOfAnna facts, ReasonCode reason, String english, String russian, String ukrainian) {
        assertThat(facts.sentence(reason, Language.ENGLISH)).isEqualTo(english);
        assertThat(plain(facts.sentence(reason, Language.RUSSIAN))).isEqualTo(russian);
        assertThat(plain(facts.sentence(reason, Language.UKRAINIAN))).isEqualTo(ukrainian);
    }

    /** JDKs differ in which kind of space stands before the "г." of a year. */
    private static String plain(String sentence) {
        return sentence.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
