package dev.lintel.domain.user.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a table of users can be, by its heading in the product's languages. */
enum UserColumn {
    ID("id"),
    NAME("name", "user", "имя", "фио", "пользователь", "ім’я", "піб", "користувач"),
    EMAIL("email", "mail", "электронная почта", "почта", "електронна пошта", "пошта"),
    PROFILE("profile", "role", "профиль", "роль", "профіль"),
    GROUPS("groups", "group", "группы", "группа", "групи", "група"),
    PHONE("phone", "телефон"),
    ADDRESS("address", "адрес", "адреса"),
    MARKER("marker", "метка", "маркер", "мітка");

    private final List<String> headings;

    UserColumn(String... headings) {
        this.headings = List.of(headings);
    }

    /** The column under a heading: case, spaces, hyphens and the kind of apostrophe do not count. */
    static Optional<UserColumn> of(String heading) {
        String wanted = bare(heading);
        return Arrays.stream(values())
                .filter(column -> column.headings.stream().map(UserColumn::bare).anyMatch(wanted::equals))
                .findFirst();
    }

    private static String bare(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-'’ʼ\"]", "");
    }
}
