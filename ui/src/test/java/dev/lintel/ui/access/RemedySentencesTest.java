package dev.lintel.ui.access;

import static dev.lintel.ui.access.FactsOfAnna.facts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.Remedy;
import dev.lintel.domain.access.Remedy.Kind;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.ui.i18n.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemedySentencesTest {
    private static final FactsOfAnna CLOSED = facts().grant("cleaners", "working-hours", false, "2026-01-12T09:00:00Z");

    @Test
    void saysWhenARestrictionOpensAgain() {
        Remedy open = new Remedy(Kind.OPEN_THEN, "cleaners");
        assertThat(CLOSED.remedy(Language.ENGLISH, open))
                .isEqualTo("It would have opened if “Cleaners” had been open at that moment (it opens on Monday at"
                        + " 09:00).");
        assertThat(CLOSED.remedy(Language.RUSSIAN, open))
                .isEqualTo("Дверь открылась бы, если бы ограничение «Cleaners» в тот момент пропускало (откроется в"
                        + " понедельник в 09:00).");
        assertThat(CLOSED.remedy(Language.UKRAINIAN, open))
                .isEqualTo("Двері відчинилися б, якби обмеження «Cleaners» у ту мить пропускало (відчиниться у"
                        + " понеділок о 09:00).");
    }

    @Test
    void joinsWhatIsNeededTogether() {
        assertThat(CLOSED.remedy(
                        Language.ENGLISH,
                        new Remedy(Kind.NOT_REVOKED, null),
                        new Remedy(Kind.PASS_LEFT, null),
                        new Remedy(Kind.FOR_LOCK, "cleaners")))
                .isEqualTo("It would have opened if the card had not been revoked, the card had had a pass left, and"
                        + " “Cleaners” had opened a lock of “Main entrance”.");
        assertThat(CLOSED.lock(2).remedy(Language.ENGLISH, new Remedy(Kind.FOR_LOCK, "cleaners")))
                .contains("had opened lock 2 of “Main entrance”");
    }

    @Test
    void saysToWhomARestrictionWouldHaveBeenGranted() {
        Remedy granted = new Remedy(Kind.GRANTED, null);
        assertThat(facts().remedy(Language.ENGLISH, granted))
                .isEqualTo("It would have opened if an access restriction with “Main entrance” had been granted to Anna"
                        + " Bell.");
        assertThat(facts().guest(GuestKind.GUEST, IdentifierType.QR, 1).remedy(Language.ENGLISH, granted))
                .endsWith("had been granted to this QR code.");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void hasWordsForEverythingInEveryLanguageAlsoWhenNamesAreGone(Kind kind) {
        Remedy remedy = new Remedy(kind, kind.compareTo(Kind.PASS_LEFT) <= 0 ? null : "cleaners");
        for (Language language : Language.values()) {
            assertThat(CLOSED.remedy(language, remedy)).doesNotContain("{", "remedy.", "cleaners");
            assertThat(CLOSED.forgotten().remedy(language, remedy)).doesNotContain("{", "remedy.", "cleaners");
        }
    }
}
