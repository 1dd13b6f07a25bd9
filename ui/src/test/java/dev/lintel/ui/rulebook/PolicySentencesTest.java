package dev.lintel.ui.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.device.DeviceType;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.rulebook.FamilyRole;
import dev.lintel.domain.rulebook.HolderKind;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyDoors;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.domain.rulebook.PolicyState;
import dev.lintel.domain.rulebook.PolicyState.Second;
import dev.lintel.domain.rulebook.PolicyState.Whose;
import dev.lintel.domain.rulebook.PolicyTimes;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Policies in sentences of all three languages. */
@Tag("RU-5")
class PolicySentencesTest {
    private static final LocalTime TEN = LocalTime.of(22, 0);
    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final Set<DayOfWeek> WORKING_DAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    @Test
    void saysWhoWhereAndWhen() {
        Policy couriers = policy(
                PolicyEffect.DENY,
                new PolicyHolders(Set.of(HolderKind.COURIER), Set.of(), List.of(), Set.of()),
                new PolicyDoors(List.of("b1"), Set.of(GroupType.FLOOR), List.of(), Set.of(), null),
                new PolicyTimes(WORKING_DAYS, TEN, EIGHT, HolidayUse.EXCLUDED, null, null));

        assertSays(
                couriers,
                "Denies couriers at doors of floors within “Building 1” from 22:00 to 08:00 (the next day) on Monday to"
                        + " Friday, except on holidays.",
                "Останавливает курьеров на дверях этажей в группе «Building 1» с 22:00 до 08:00 (следующего дня) с"
                        + " понедельника по пятницу, кроме праздников.",
                "Зупиняє кур’єрів на дверях поверхів у групі «Building 1» з 22:00 до 08:00 (наступного дня) з"
                        + " понеділка до п’ятниці, крім свят.");
    }

    @Test
    void saysEverybodyEveryDoorAndAnyTimeWhereNothingIsChosen() {
        assertSays(
                policy(PolicyEffect.NOTIFY, PolicyHolders.EVERYBODY, PolicyDoors.EVERY, PolicyTimes.ALWAYS),
                "Tells people of requests of everybody at every door at any time.",
                "Уведомляет о запросах всех на всех дверях в любое время.",
                "Сповіщає про запити усіх на всіх дверях у будь-який час.");
    }

    @Test
    void saysThatASecondCredentialIsAskedForAsWhatThePolicyDoes() {
        Policy asking = policy(
                PolicyEffect.DENY,
                new PolicyHolders(Set.of(HolderKind.COURIER), Set.of(), List.of(), Set.of()),
                PolicyDoors.EVERY,
                PolicyTimes.ALWAYS.in(PolicyState.ANY.with(new Second(Whose.OTHER_PERSON, 21))));
        assertSays(
                asking,
                "Asks couriers at every door at any time for a second credential of somebody else within 21 seconds.",
                "Требует от курьеров на всех дверях в любое время ещё и идентификатор другого человека в течение 21"
                        + " секунды.",
                "Вимагає від кур’єрів на всіх дверях у будь-який час ще й ідентифікатор іншої людини протягом 21"
                        + " секунди.");
        assertSays(
                policy(
                        PolicyEffect.NOTIFY,
                        asking.holders(),
                        asking.doors(),
                        asking.times().in(PolicyState.ANY.with(new Second(Whose.SAME_PERSON, 5)))),
                "Tells people of requests of couriers at every door unless they have presented another credential"
                        + " there within the last 5 seconds.",
                "Уведомляет о запросах курьеров на всех дверях, если там за последние 5 секунд они не приложили"
                        + " другой идентификатор.",
                "Сповіщає про запити кур’єрів на всіх дверях, якщо там за останні 5 секунд вони не приклали інший"
                        + " ідентифікатор.");
    }

    @Test
    void saysSeveralOfEachInTheFormsOfTheLanguage() {
        Policy policy = policy(
                PolicyEffect.ALLOW,
                new PolicyHolders(
                        EnumSet.of(HolderKind.GUEST, HolderKind.RESIDENT),
                        Set.of("user"),
                        List.of("b1", "b2"),
                        EnumSet.of(IdentifierType.ACCESS_CODE, IdentifierType.CARD)),
                new PolicyDoors(
                        List.of("b1", "b2"),
                        Set.of(),
                        List.of("gate"),
                        EnumSet.of(DeviceType.PANEL, DeviceType.CONTROLLER),
                        "entry"),
                new PolicyTimes(
                        EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.MONDAY),
                        null,
                        null,
                        HolidayUse.IGNORED,
                        LocalDate.of(2027, 6, 1),
                        LocalDate.of(2027, 9, 1)));

        assertSays(
                policy,
                "Allows residents and guests whose profile is “User” of “Building 1” or “Building 2” with a card or an"
                        + " access code at panels or controllers within “Building 1” or “Building 2” (only “Gate”)"
                        + " in the direction “entry” on Monday and Saturday, from 1 June 2027 to 1 September 2027, even"
                        + " if no access restriction does.",
                "Пропускает жителей и гостей с профилем «User» из групп «Building 1» или «Building 2» по карте или коду"
                        + " доступа на панелях или контроллерах в группах «Building 1» или «Building 2» (только «Gate»)"
                        + " в направлении «entry» по понедельникам и субботам, с 1 июня 2027 г. по 1 сентября 2027 г.,"
                        + " даже если ни одно ограничение доступа не пускает.",
                "Пропускає мешканців і гостей із профілем «User» із груп «Building 1» або «Building 2» за карткою або"
                        + " кодом доступу на панелях або контролерах у групах «Building 1» або «Building 2» (лише"
                        + " «Gate») у напрямку «entry» по понеділках і суботах, з 1 червня 2027 р. до 1 вересня 2027 р."
                        + " включно, навіть якщо жодне обмеження доступу не пускає.");
    }

    @Test
    void saysWhatIsGoneInsteadOfItsId() {
        Policy policy = policy(
                PolicyEffect.DENY,
                new PolicyHolders(Set.of(), Set.of("gone-1"), List.of("gone-2"), Set.of()),
                new PolicyDoors(List.of(), Set.of(), List.of("gone-3", "gate"), Set.of(), null),
                new PolicyTimes(Set.of(), LocalTime.of(9, 0), LocalTime.MIDNIGHT, HolidayUse.ONLY, null, null));

        assertSays(
                policy,
                "Denies everybody whose profile is an unknown one of a deleted group at “Gate” or a deleted device from"
                        + " 09:00 to 24:00, on holidays only.",
                "Останавливает всех с профилем неизвестным из группы удалённой на устройствах «Gate» или удалённом"
                        + " с 09:00 до 24:00, только в праздники.",
                "Зупиняє усіх із профілем невідомим із групи видаленої на пристроях «Gate» або видаленому"
                        + " з 09:00 до 24:00, лише у свята.");
    }

    @Test
    void saysWhatTheirGroupsStandFor() {
        Policy policy = policy(
                PolicyEffect.DENY,
                new PolicyHolders(
                        Set.of(HolderKind.RESIDENT),
                        Set.of(),
                        List.of("b1"),
                        EnumSet.of(GroupType.APARTMENT, GroupType.FLOOR),
                        Set.of(),
                        List.of(),
                        Set.of(),
                        null,
                        null),
                PolicyDoors.EVERY,
                PolicyTimes.ALWAYS);

        assertSays(
                policy,
                "Denies residents from floors or apartments within “Building 1” at every door at any time.",
                "Останавливает жителей из групп вида «Этаж» или «Квартира» в группе «Building 1» на всех дверях в любое время.",
                "Зупиняє мешканців із груп виду «Поверх» або «Квартира» у групі «Building 1» на всіх дверях у будь-який час.");
    }

    @Test
    void saysMarkersFamilyAgeTagsAndSchedules() {
        Policy policy = policy(
                PolicyEffect.DENY,
                new PolicyHolders(
                        Set.of(HolderKind.RESIDENT),
                        Set.of(),
                        List.of(),
                        Set.of(),
                        Set.of(IdentifierType.CARD),
                        List.of("m1"),
                        Set.of(FamilyRole.MEMBER),
                        1,
                        90),
                new PolicyDoors(List.of(), Set.of(), List.of(), Set.of(), null, Set.of("lift", "roof")),
                new PolicyTimes(Set.of(), null, null, HolidayUse.IGNORED, null, null, List.of("s1")));

        assertSays(
                policy,
                "Denies residents marked “Moves out” (family members only) with a card whose identifier was added at least"
                        + " 1 day ago and has been unused for at least 90 days at doors tagged “lift” or “roof” while"
                        + " the schedule “School” is open.",
                "Останавливает жителей с меткой «Moves out» (только членов семьи) по карте с идентификатором, добавленным"
                        + " не меньше 1 дня назад, которым не пользовались не меньше 90 дней, на дверях с тегом «lift»"
                        + " или «roof», пока открыто расписание «School».",
                "Зупиняє мешканців з міткою «Moves out» (лише членів родини) за карткою з ідентифікатором, доданим"
                        + " щонайменше 1 день тому, яким не користувалися щонайменше 90 днів, на дверях з тегом «lift»"
                        + " або «roof», поки відкрито розклад «School».");
    }

    @Test
    void saysWhatIsGoingOn() {
        assertSays(
                policy(
                        PolicyEffect.EGRESS,
                        PolicyHolders.EVERYBODY,
                        PolicyDoors.EVERY,
                        PolicyTimes.ALWAYS.in(new PolicyState(
                                Set.of(ThreatLevel.LOCKDOWN, ThreatLevel.EVACUATION), new PolicyState.Failures(5, 1)))),
                "Opens the way out for everybody at every door while the threat level is “lockdown” or “evacuation”, after"
                        + " 5 failed attempts at the door within 1 minute, whatever else holds.",
                "Открывает выход для всех на всех дверях, пока уровень угрозы «блокировка» или «эвакуация», после 5"
                        + " неудачных попыток у двери за 1 минуту, что бы ни мешало.",
                "Відчиняє вихід для усіх на всіх дверях, поки рівень загрози «блокування» або «евакуація», після 5 невдалих"
                        + " спроб біля дверей за 1 хвилину, хоч би що заважало.");
    }

    @Test
    void namesAFewAndInWholeAllOfMany() {
        List<String> many =
                IntStream.rangeClosed(1, 8).mapToObj(number -> "b" + number).toList();
        Policy policy = policy(
                PolicyEffect.DENY,
                PolicyHolders.EVERYBODY,
                new PolicyDoors(many, Set.of(), List.of(), Set.of(), null),
                PolicyTimes.ALWAYS);

        assertThat(sentences(Locale.ENGLISH).sentence(policy)).contains("“Building 5” or 3 others at any time.");
        assertThat(sentences(Locale.ENGLISH).whole(policy)).contains("“Building 7” or “Building 8” at any time.");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyChoiceIsSaidWithoutACode(Language language) {
        PolicySentences sentences = sentences(language.locale());
        for (HolidayUse use : HolidayUse.values()) {
            for (PolicyEffect effect : PolicyEffect.values()) {
                Policy policy = policy(
                        effect,
                        new PolicyHolders(
                                EnumSet.allOf(HolderKind.class),
                                Set.of(),
                                List.of(),
                                EnumSet.allOf(IdentifierType.class)),
                        new PolicyDoors(
                                List.of(),
                                EnumSet.allOf(GroupType.class),
                                List.of(),
                                EnumSet.allOf(DeviceType.class),
                                null),
                        new PolicyTimes(Set.of(), null, null, use, LocalDate.of(2027, 1, 1), null));
                assertThat(sentences.sentence(policy))
                        .endsWith(".")
                        .doesNotContain("rulebook.", "{", "}", "_", "  ", "null", " ,");
            }
        }
    }

    private static void assertSays(Policy policy, String english, String russian, String ukrainian) {
        assertThat(plain(sentences(Locale.ENGLISH).sentence(policy))).isEqualTo(english);
        assertThat(plain(sentences(Locale.of("ru")).sentence(policy))).isEqualTo(russian);
        assertThat(plain(sentences(Locale.of("uk")).sentence(policy))).isEqualTo(ukrainian);
    }

    private static PolicySentences sentences(Locale locale) {
        return new PolicySentences(new Messages(), locale, new SomeNames());
    }

    private static Policy policy(PolicyEffect effect, PolicyHolders holders, PolicyDoors doors, PolicyTimes times) {
        return new Policy("id", "Name", effect, holders, doors, times, 0, Map.of());
    }

    /** JDKs differ in which kind of space stands in dates. */
    private static String plain(String sentence) {
        return sentence.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
