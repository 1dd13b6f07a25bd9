package dev.lintel.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the domain tells the audit is looked up in its sources: kinds and fields stand there as they are published. */
class AuditWordsTest {
    private static final Path DOMAIN = Path.of("..", "domain", "src", "main", "java");
    private static final Pattern TELLS =
            Pattern.compile("new (RecordChanged|ActivityNoted|AuditEntry|ReadableRecord|GroupDeletion)\\(");

    /** A kind, or the name of a field, with something after it. */
    private static final Pattern TOLD = Pattern.compile("\"([a-z][A-Za-z-]*)\"\\s*,");

    private static final Pattern LISTING = Pattern.compile("(?:new Listing<>|Listing\\.atHand)\\(\\s*\"([a-z-]+)\"");

    /** In the same files: a placeholder of a mail, columns, the name of a table, and fields of refusals. */
    private static final Set<String> SOMETHING_ELSE =
            Set.of("link", "at", "person", "undone", "edition", "number", "policies", "since", "factor", "least");

    private final Messages messages = new Messages();

    @Test
    void everyKindAndFieldThatIsToldHasAName() throws IOException {
        List<String> told = sources()
                .filter(source -> TELLS.matcher(source).find())
                .flatMap(source -> TOLD.matcher(source).results())
                .map(match -> match.group(1))
                .filter(word -> !SOMETHING_ELSE.contains(word))
                .toList();

        assertThat(told).contains("secondPerson", "mail-server", "logicalAddress", "e-mail", "validFrom");
        assertThat(told).allSatisfy(word -> assertThat(Stream.of("audit.kind.", "audit.field."))
                .anyMatch(beginning -> isNamed(beginning, word)));
    }

    @Test
    void everyListThatCanBeExportedHasAName() throws IOException {
        List<String> lists = sources()
                .flatMap(source -> LISTING.matcher(source).results())
                .map(match -> match.group(1))
                .toList();

        assertThat(lists).contains("acs-log", "insiders");
        assertThat(lists).allMatch(list -> isNamed("audit.list.", list));
    }

    @Test
    void aPolicyIsCalledByItsName() {
        AuditWords words = AuditWords.in(new Moments(messages, Locale.ENGLISH, ZoneOffset.UTC));

        assertThat(words.field("policy Couriers at night")).isEqualTo("policy “Couriers at night”");
        assertThat(words.field("note")).isEqualTo("note");
    }

    private boolean isNamed(String beginning, String word) {
        String key = AuditWords.key(beginning, word);
        return !messages.getTranslation(key, Locale.ENGLISH).equals(key);
    }

    private static Stream<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(DOMAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(AuditWordsTest::read).toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
