package dev.lintel.domain.identifier.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a list of identifiers can be; guessed by its heading in the product's languages. */
public enum IdentifierColumn {
    ID("id"),
    VALUE(
            "value",
            "identifier",
            "number",
            "card",
            "card number",
            "code",
            "identifier number",
            "значение",
            "идентификатор",
            "номер",
            "номер карты",
            "карта",
            "код",
            "значення",
            "ідентифікатор",
            "номер картки",
            "картка"),
    TYPE("type", "identifier type", "тип"),
    OWNER(
            "owner",
            "user",
            "holder",
            "owner name",
            "email",
            "mail",
            "владелец",
            "пользователь",
            "фио",
            "почта",
            "власник",
            "користувач",
            "піб",
            "пошта"),
    NAME("name", "label", "название", "имя", "назва", "ім’я"),
    NOTES("notes", "note", "comment", "заметки", "комментарий", "нотатки", "коментар"),
    VALID_FROM("valid from", "from", "действует с", "діє з"),
    VALID_UNTIL("valid until", "until", "valid to", "действует до", "діє до"),
    MAX_PASSES("max passes", "passes at most", "проходов не больше", "проходів не більше"),
    RESTRICTIONS("restrictions", "access restrictions", "access restriction", "правила доступа", "правила доступу");

    private final List<String> headings;

    IdentifierColumn(String... headings) {
        this.headings = List.of(headings);
    }

    /** The column under a heading: case, spaces, hyphens and the kind of apostrophe do not count. */
    public static Optional<IdentifierColumn> of(String heading) {
        String wanted = bare(heading);
        return Arrays.stream(values())
                .filter(column ->
                        column.headings.stream().map(IdentifierColumn::bare).anyMatch(wanted::equals))
                .findFirst();
    }

    private static String bare(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-'’ʼ\"]", "");
    }
}
