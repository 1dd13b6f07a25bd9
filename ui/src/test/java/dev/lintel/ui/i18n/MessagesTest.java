package dev.lintel.ui.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import dev.lintel.domain.access.AccessFacts.Via;
import dev.lintel.domain.access.Channel;
import dev.lintel.domain.access.OwnerType;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.access.matrix.Opens;
import dev.lintel.domain.audit.seal.Fault;
import dev.lintel.domain.device.DeviceStatus;
import dev.lintel.domain.device.DeviceType;
import dev.lintel.domain.device.EventCategory;
import dev.lintel.domain.device.EventPriority;
import dev.lintel.domain.device.Presence;
import dev.lintel.domain.group.GroupRefusedException;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.guestpass.GuestPassRefusedException;
import dev.lintel.domain.identifier.CardForm;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierRefusedException;
import dev.lintel.domain.identifier.IdentifierState;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.WiegandFormat;
import dev.lintel.domain.identifier.exchange.IdentifierColumn;
import dev.lintel.domain.identifier.exchange.PanelUnavailableException;
import dev.lintel.domain.listing.CsvFileException;
import dev.lintel.domain.listing.Filter;
import dev.lintel.domain.listing.TableFormat;
import dev.lintel.domain.mail.MailDelivery;
import dev.lintel.domain.mail.MailEncryption;
import dev.lintel.domain.mail.MailProblem;
import dev.lintel.domain.mail.MailRefusedException;
import dev.lintel.domain.mail.MailTemplate;
import dev.lintel.domain.mail.MailType;
import dev.lintel.domain.notification.NoticeColour;
import dev.lintel.domain.notification.NoticeIcon;
import dev.lintel.domain.notification.NotificationKind;
import dev.lintel.domain.notification.RuleRefusedException;
import dev.lintel.domain.permission.BuiltInProfile;
import dev.lintel.domain.permission.Deed;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.ProfileRefusedException;
import dev.lintel.domain.permission.Scope;
import dev.lintel.domain.restriction.LockChoice;
import dev.lintel.domain.restriction.RestrictionHolder;
import dev.lintel.domain.restriction.RestrictionList;
import dev.lintel.domain.restriction.RestrictionRefusedException;
import dev.lintel.domain.review.Review;
import dev.lintel.domain.review.ReviewDecision;
import dev.lintel.domain.review.ReviewOutcome;
import dev.lintel.domain.review.ReviewRefusedException;
import dev.lintel.domain.review.ReviewRight;
import dev.lintel.domain.review.ReviewScope;
import dev.lintel.domain.rulebook.FamilyRole;
import dev.lintel.domain.rulebook.HolderKind;
import dev.lintel.domain.rulebook.Importance;
import dev.lintel.domain.rulebook.ReadyMadePolicy;
import dev.lintel.domain.rulebook.RulebookRefusedException;
import dev.lintel.domain.rulebook.RulebookVersion;
import dev.lintel.domain.rulebook.ScenarioYamlException;
import dev.lintel.domain.rulebook.report.ReportMail;
import dev.lintel.domain.rulebook.report.ReportRefusedException;
import dev.lintel.domain.rulebook.report.VersionChange;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.schedule.RuleFault;
import dev.lintel.domain.schedule.RulePart;
import dev.lintel.domain.schedule.edit.ScheduleRefusedException;
import dev.lintel.domain.schedule.holiday.SubscriptionProblem;
import dev.lintel.domain.schedule.ics.CalendarFileException;
import dev.lintel.domain.schedule.ics.HolidayFile;
import dev.lintel.domain.schedule.repetition.DayKind;
import dev.lintel.domain.schedule.repetition.Position;
import dev.lintel.domain.settings.SettingRefusedException;
import dev.lintel.domain.sms.SmsProblem;
import dev.lintel.domain.sms.SmsRefusedException;
import dev.lintel.domain.sync.CopyState;
import dev.lintel.domain.user.ColourScheme;
import dev.lintel.domain.user.IdentifierNotation;
import dev.lintel.domain.user.PasswordRefusedException;
import dev.lintel.domain.user.TimeFormat;
import dev.lintel.domain.user.exchange.UserFileException;
import dev.lintel.domain.user.exchange.UserImport;
import dev.lintel.domain.user.marker.MarkerRefusedException;
import dev.lintel.domain.user.own.DetailRefusedException;
import dev.lintel.domain.user.people.UserRefusedException;
import dev.lintel.domain.user.people.UserStatus;
import dev.lintel.domain.user.photo.PhotoRefusedException;
import dev.lintel.domain.wallet.WalletRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/lintel/ui");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z]*(\\.[A-Za-z]+)*)\"");
    private static final Pattern KEY =
            Pattern.compile("(?:getTranslation|words\\.text)\\(\\s*\"([a-zA-Z.]+[a-zA-Z])\"");
    /** What keys begin with that are put together: "list.operator." or, for the columns of a list, "acsLog". */
    private static final Pattern BEGINNING =
            Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z]+)*\\.)\"|, \"([a-z][A-Za-z]*)\", ");

    private static final List<Class<? extends Enum<?>>> NAMED = List.of(
            Verdict.class,
            ReasonCode.class,
            IdentifierType.class,
            OwnerType.class,
            Opens.class,
            Channel.class,
            DeviceType.class,
            Permission.class,
            ThreatLevel.class,
            ReadyMadePolicy.class,
            FamilyRole.class,
            BuiltInProfile.class,
            UserStatus.class,
            CopyState.class,
            LockChoice.class,
            RestrictionHolder.Via.class,
            RestrictionList.Guests.class,
            RestrictionRefusedException.Reason.class,
            UserRefusedException.Field.class,
            UserRefusedException.Reason.class,
            UserFileException.Reason.class,
            UserImport.Verdict.class,
            MarkerRefusedException.Reason.class,
            Deed.class,
            Fault.Kind.class,
            NoticeColour.class,
            NoticeIcon.class,
            NotificationKind.class,
            RuleRefusedException.Reason.class,
            Filter.Match.class,
            TableFormat.class,
            ProfileRefusedException.Reason.class,
            Scope.class,
            Presence.class,
            GroupType.class,
            IdentifierState.class,
            GuestKind.class,
            GuestPassRefusedException.Field.class,
            WalletRefusedException.Reason.class,
            SmsProblem.class,
            SmsRefusedException.Reason.class,
            CardForm.class,
            WiegandFormat.class,
            IdentifierRefusedException.Field.class,
            IdentifierColumn.class,
            CsvFileException.Reason.class,
            PanelUnavailableException.Problem.class,
            IdentifierRefusedException.Reason.class,
            GroupRefusedException.Reason.class,
            PasswordRefusedException.Reason.class,
            PhotoRefusedException.Reason.class,
            DetailRefusedException.Reason.class,
            TimeFormat.class,
            IdentifierNotation.class,
            ColourScheme.class,
            SettingRefusedException.Reason.class,
            MailType.class,
            MailEncryption.class,
            MailProblem.class,
            MailDelivery.State.class,
            MailTemplate.Origin.class,
            MailRefusedException.Reason.class,
            DayKind.class,
            Position.class,
            HolidayUse.class,
            RuleFault.Kind.class,
            RulePart.class,
            DeviceStatus.Stock.class,
            HolidayFile.Why.class,
            CalendarFileException.Reason.class,
            SubscriptionProblem.class,
            ScheduleRefusedException.Field.class,
            ScheduleRefusedException.Reason.class,
            HolderKind.class,
            Importance.class,
            EventPriority.class,
            EventCategory.class,
            RulebookVersion.State.class,
            RulebookRefusedException.Reason.class,
            ScenarioYamlException.Reason.class,
            VersionChange.Kind.class,
            ReportMail.Every.class,
            ReportRefusedException.Reason.class,
            ReviewScope.Kind.class,
            Review.State.class,
            ReviewDecision.class,
            ReviewOutcome.class,
            ReviewRight.HolderKind.class,
            ReviewRefusedException.Reason.class,
            Via.Kind.class);

    /** Thousands of texts, which are asked for one by one. */
    private static final Map<Language, PropertyResourceBundle> BUNDLES = new EnumMap<>(Language.class);

    private final Messages messages = new Messages();

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasTheSameTexts(Language language) {
        assertThat(bundle(language).keySet()).isEqualTo(bundle(Language.ENGLISH).keySet());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTextIsWellFormedAndTakesTheSameArgumentsAsInEnglish(Language language) {
        // languages without inflection need fewer: these are what another language says it with
        Set<String> inflecting = Set.of("hour", "type", "count", "holder", "named", "owner", "thing");
        for (String key : bundle(language).keySet()) {
            Set<String> wanted = arguments(Language.ENGLISH, key);
            Set<String> found = arguments(language, key);
            wanted.removeAll(inflecting);
            found.removeAll(inflecting);
            assertThat(found).as(key).isEqualTo(wanted);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPluralHasEveryFormOfItsLanguage(Language language) {
        Set<String> forms = PluralRules.forLocale(language.locale()).getKeywords();
        for (String key : bundle(language).keySet()) {
            MessagePattern pattern = new MessagePattern(bundle(language).getString(key));
            for (int i = 0; i < pattern.countParts(); i++) {
                MessagePattern.Part part = pattern.getPart(i);
                if (part.getType() == MessagePattern.Part.Type.ARG_START
                        && part.getArgType() == MessagePattern.ArgType.PLURAL) {
                    assertThat(selectors(pattern, i)).as(key).containsAll(forms);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyConstantThatPeopleSeeHasAName(Language language) {
        NAMED.stream().flatMap(type -> Arrays.stream(type.getEnumConstants())).forEach(constant -> assertThat(
                        messages.nameOf(language.locale(), constant))
                .as(constant.name())
                .isNotBlank()
                .isNotEqualTo(Messages.keyOf(constant)));
    }

    @Test
    void everyTextThatAViewAsksForIsThere() {
        Set<String> known = bundle(Language.ENGLISH).keySet();
        assertThat(KEY.matcher(sources()).results().map(match -> match.group(1)))
                .isNotEmpty()
                .isSubsetOf(known);
    }

    @Test
    void everyTextIsUsed() {
        Set<String> used = LITERAL.matcher(sources())
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        Set<String> beginnings = BEGINNING
                .matcher(sources())
                .results()
                .map(match -> match.group(1) == null ? match.group(2) + "." : match.group(1))
                .collect(Collectors.toSet());
        Set<String> unused = new TreeSet<>(bundle(Language.ENGLISH).keySet());
        unused.removeAll(used);
        unused.removeIf(key -> beginnings.stream().anyMatch(key::startsWith));
        // constants are asked for by their own name
        unused.removeIf(MessagesTest::namesAConstant);
        assertThat(unused).isEmpty();
    }

    @Test
    void russianAndUkrainianCountRight() {
        assertThat(Stream.of(1, 2, 5, 11, 21, 22, 25, 112)
                        .map(count -> messages.getTranslation("acsLog.new", Locale.of("ru"), count)))
                .containsExactly(
                        "1 новая", "2 новые", "5 новых", "11 новых", "21 новая", "22 новые", "25 новых", "112 новых");
        assertThat(Stream.of(1, 3, 11, 31, 34)
                        .map(count -> messages.getTranslation("token.inDays", Locale.of("uk"), count)))
                .containsExactly("Через 1 день", "Через 3 дні", "Через 11 днів", "Через 31 день", "Через 34 дні");
    }

    @Test
    void aLanguageThatNobodyTranslatedIsEnglish() {
        assertThat(messages.getTranslation("language", Locale.GERMAN)).isEqualTo("Language");
    }

    private static boolean namesAConstant(String key) {
        boolean catalogue =
                Stream.of("permission.area.", "permission.action.", "profile.").anyMatch(key::startsWith);
        return catalogue
                || key.startsWith("Appearance.")
                || NAMED.stream()
                        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                        .anyMatch(constant -> key.equals(Messages.keyOf(constant)));
    }

    private static Set<String> arguments(Language language, String key) {
        MessagePattern pattern = new MessagePattern(bundle(language).getString(key));
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            MessagePattern.Part.Type type = pattern.getPart(i).getType();
            if (type == MessagePattern.Part.Type.ARG_NAME || type == MessagePattern.Part.Type.ARG_NUMBER) {
                names.add(pattern.getSubstring(pattern.getPart(i)));
            }
        }
        return names;
    }

    private static Set<String> selectors(MessagePattern pattern, int start) {
        Set<String> selectors = new TreeSet<>();
        int limit = pattern.getLimitPartIndex(start);
        for (int i = start + 1; i < limit; i++) {
            MessagePattern.Part part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.MSG_START) {
                i = pattern.getLimitPartIndex(i);
            } else if (part.getType() == MessagePattern.Part.Type.ARG_SELECTOR) {
                selectors.add(pattern.getSubstring(part));
            }
        }
        return selectors;
    }

    private static PropertyResourceBundle bundle(Language language) {
        return BUNDLES.computeIfAbsent(language, MessagesTest::read);
    }

    private static PropertyResourceBundle read(Language language) {
        String suffix =
                language == Language.ENGLISH ? "" : "_" + language.locale().getLanguage();
        String file = "/" + Messages.BUNDLE.replace('.', '/') + suffix + ".properties";
        try (var in = MessagesTest.class.getResourceAsStream(file)) {
            return new PropertyResourceBundle(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
