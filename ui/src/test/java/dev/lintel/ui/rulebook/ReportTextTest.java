package dev.lintel.ui.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.guestpass.GuestLimits;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.rulebook.HitPolicy;
import dev.lintel.domain.rulebook.HolderKind;
import dev.lintel.domain.rulebook.Outcome;
import dev.lintel.domain.rulebook.OutcomeCase;
import dev.lintel.domain.rulebook.OutcomeExample;
import dev.lintel.domain.rulebook.OutcomeKind;
import dev.lintel.domain.rulebook.OutcomeRow;
import dev.lintel.domain.rulebook.OutcomeTable;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyDoors;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.domain.rulebook.PolicyTable;
import dev.lintel.domain.rulebook.PolicyTimes;
import dev.lintel.domain.rulebook.RuleSet;
import dev.lintel.domain.rulebook.RulebookVersion;
import dev.lintel.domain.rulebook.RulebookVersion.State;
import dev.lintel.domain.rulebook.Scenario;
import dev.lintel.domain.rulebook.Standing;
import dev.lintel.domain.rulebook.report.Rule;
import dev.lintel.domain.rulebook.report.RuleReport;
import dev.lintel.domain.rulebook.report.Tested;
import dev.lintel.domain.rulebook.report.UnusedRight;
import dev.lintel.domain.rulebook.report.VersionChange;
import dev.lintel.domain.rulebook.report.VersionChange.Change;
import dev.lintel.domain.rulebook.report.VersionChange.Kind;
import dev.lintel.domain.rulebook.report.VersionChange.TableChange;
import dev.lintel.domain.rulebook.report.VersionChange.TestChange;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a mail about rules says, in all three languages. */
@Tag("RU-5")
class ReportTextTest {
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
    private static final Policy COURIERS = policy("Couriers", PolicyEffect.DENY, HolderKind.COURIER, 0);
    private static final PolicyTable TABLE = new PolicyTable(
            "t", "Hours", HitPolicy.FIRST, List.of(policy("", PolicyEffect.LEAVE, HolderKind.GUEST, 0)));
    private static final OutcomeTable LIMITS = new OutcomeTable(
            "l",
            "Limits",
            OutcomeKind.GUEST_LIMITS,
            List.of(new OutcomeRow(
                    "o",
                    Set.of(),
                    new PolicyHolders(Set.of(HolderKind.COURIER), Set.of(), List.of("b1"), Set.of()),
                    PolicyDoors.EVERY,
                    PolicyTimes.ALWAYS,
                    new Outcome(1, null, 2, null, null, null))));

    @Test
    void eachRuleIsToldWithTheSentenceThatItIs() {
        assertThat(text(Locale.ENGLISH)).contains("""
                  – Couriers
                      Denies couriers at every door at any time.
                  – Hours
                      The uppermost row that fits counts
                      1. Leaves guests at every door at any time to the access restrictions.
                  – Limits
                      1. everybody of “Building 1” · couriers · 1 day at most. 2 out at once.
                """.indent(0));
        assertThat(text(Locale.of("ru"))).contains("      Останавливает курьеров на всех дверях в любое время.\n");
        assertThat(text(Locale.of("uk"))).contains("      Зупиняє кур’єрів на всіх дверях у будь-який час.\n");
    }

    @Test
    void aChangeIsToldAsItIsAndAsItWas() {
        assertThat(text(Locale.ENGLISH))
                .contains("  – changed: Couriers by night\n"
                        + "      Was called “Couriers”.\n"
                        + "      Allows couriers at every door at any time, even if no access restriction does.\n"
                        + "      Priority: 3\n"
                        + "      before: Denies couriers at every door at any time.\n")
                .contains("  – removed: Limits, row 1\n      before: everybody of “Building 1” · couriers · 1 day")
                .contains("  – changed: Hours\n      Its rows stand in another order.\n");
        assertThat(text(Locale.of("ru"))).contains("      прежде: Останавливает курьеров на всех дверях");
        assertThat(text(Locale.of("uk"))).contains("      раніше: Зупиняє кур’єрів на всіх дверях");
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageSaysAllOfIt(Language language) {
        assertThat(text(language.locale()))
                .doesNotContain("rulebook.", "ruleReport.", "{", "}", "_", "null", " ,")
                .contains("Cellar", "Mary", "Pete");
    }

    @Test
    void whereOnlyTestsAreOthersItSaysSo() {
        VersionChange change = new VersionChange(version(2, RuleSet.EMPTY), List.of(), List.of(), List.of());

        assertThat(words(Locale.ENGLISH).changes(change))
                .extracting(ReportWords.Item::name)
                .containsExactly("Only scenarios or invariants are others.");
    }

    @Test
    void scenariosThatAreOthersAreToldAsSentences() {
        Scenario before = limit("Courier", 1);
        Scenario after = limit("Couriers", 2);
        VersionChange change = new VersionChange(
                version(2, RuleSet.EMPTY),
                List.of(),
                List.of(),
                List.of(
                        new TestChange(Kind.CHANGED, new Tested.Case(after), new Tested.Case(before)),
                        new TestChange(Kind.REMOVED, new Tested.Case(before), null)));

        assertThat(words(Locale.ENGLISH).changes(change).get(1))
                .isEqualTo(new ReportWords.Item(
                        "changed: scenario “Couriers”",
                        List.of(
                                "Was called “Courier”.",
                                "Limits of guest passes: a courier with a QR code of somebody of “Building 1” → 2 days at"
                                        + " most."),
                        List.of(
                                "Limits of guest passes: a courier with a QR code of somebody of “Building 1” → 1 day at"
                                        + " most.")));
        assertThat(words(Locale.of("ru")).changes(change).getLast())
                .isEqualTo(new ReportWords.Item(
                        "удалено: сценарий «Courier»",
                        List.of(),
                        List.of(
                                "Ограничения гостевых пропусков: курьер по QR-коду от кого-то из группы «Building 1» → Не"
                                        + " больше дней: 1.")));
        assertThat(words(Locale.of("uk")).changes(change).getLast().said().getFirst())
                .startsWith("Обмеження гостьових перепусток: кур’єр")
                .endsWith("→ Не більше днів: 1.");
    }

    private static Scenario limit(String name, int days) {
        return Scenario.of(
                "s",
                name,
                new OutcomeCase(
                        OutcomeKind.GUEST_LIMITS,
                        new OutcomeExample(
                                null,
                                HolderKind.COURIER,
                                IdentifierType.QR,
                                null,
                                List.of("b1"),
                                null,
                                null,
                                null,
                                null,
                                false,
                                null,
                                null),
                        Outcome.of(new GuestLimits(days, null, null))));
    }

    private static String text(Locale locale) {
        RuleSet rules = RuleSet.of(List.of(COURIERS)).withTables(List.of(TABLE)).withOutcomes(List.of(LIMITS));
        Policy other = policy("Couriers by night", PolicyEffect.ALLOW, HolderKind.COURIER, 3);
        VersionChange change = new VersionChange(
                version(2, rules),
                List.of(
                        new Change(Kind.CHANGED, new Rule.Single(other), new Rule.Single(COURIERS)),
                        new Change(Kind.REMOVED, new Rule.OtherRow(LIMITS, 1), null)),
                List.of(new TableChange("Hours", null, true)),
                List.of());
        RuleReport report = new RuleReport(
                new Project(7, "House", ZoneOffset.UTC),
                AT.minusSeconds(60),
                AT,
                version(1, rules),
                List.of(change),
                90,
                List.of(new Rule.Row(TABLE.rows().getFirst(), 1)),
                List.of(new UnusedRight("r", "Cellar", 1, 0, 0)));
        return ReportText.text(report, words(locale)).replace('\u00a0', ' ');
    }

    private static ReportWords words(Locale locale) {
        Messages messages = new Messages();
        PolicySentences sentences = new PolicySentences(messages, locale, new SomeNames());
        return new ReportWords(
                sentences,
                new OutcomeSentences(messages, locale, new SomeNames(), sentences),
                new CaseSentences(messages, locale, new SomeNames(), sentences, ZoneOffset.UTC),
                new Moments(messages, locale, ZoneOffset.UTC));
    }

    private static RulebookVersion version(int number, RuleSet rules) {
        return new RulebookVersion(
                7,
                number,
                State.IN_FORCE,
                rules,
                "",
                List.of("Pete"),
                1,
                null,
                null,
                AT,
                "Mary",
                AT,
                null,
                new Standing(AT, null, null, null));
    }

    private static Policy policy(String name, PolicyEffect effect, HolderKind kind, int priority) {
        return new Policy(
                "p",
                name,
                effect,
                new PolicyHolders(Set.of(kind), Set.of(), List.of(), Set.of()),
                PolicyDoors.EVERY,
                PolicyTimes.ALWAYS,
                priority,
                Map.of());
    }
}
