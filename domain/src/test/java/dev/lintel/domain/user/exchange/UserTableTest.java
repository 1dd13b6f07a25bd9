package dev.lintel.domain.user.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.user.exchange.UserFileException.Reason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("US-6")
class UserTableTest {
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "windows-1251"})
    void readsCyrillicInEveryEncodingThatSpreadsheetsWrite(String charset) {
        byte[] file = "ФИО;Телефон\r\nИванов Иван;+7 1\r\n".getBytes(Charset.forName(charset));

        List<UserTable.Row> rows = UserTable.read(file).rows();

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().cell(UserColumn.NAME)).isEqualTo("Иванов Иван");
        assertThat(rows.getFirst().cell(UserColumn.PHONE)).isEqualTo("+7 1");
    }

    @Test
    void saysHowTheFileIsWritten() {
        assertThat(UserTable.read("name;phone\nАнна;1".getBytes(Charset.forName("windows-1251")))
                        .format())
                .isEqualTo(new UserImport.Format("windows-1251", ';'));
        assertThat(UserTable.read("name\tphone".getBytes(StandardCharsets.UTF_16LE))
                        .format())
                .isEqualTo(new UserImport.Format("UTF-16LE", '\t'));
    }

    @Test
    void findsColumnsByTheirHeadingsInThreeLanguages() {
        assertThat(read("E-Mail,Name\na@b,Anna").cell(UserColumn.EMAIL)).isEqualTo("a@b");
        assertThat(read("Имя\tГруппы\nАнна\tДом").cell(UserColumn.GROUPS)).isEqualTo("Дом");
        assertThat(read("Ім'я;Ел. пошта;Адреса\nОлена;x;Київ").cell(UserColumn.ADDRESS))
                .isEqualTo("Київ");
        assertThat(read("name\nAnna").cell(UserColumn.PHONE)).isNull();
    }

    @Test
    void knowsInWhichLineARowBeginsWhateverIsInQuotes() {
        List<UserTable.Row> rows = UserTable.read(
                        "name,address\nAnna,\"1 Mill Court\nLondon\"\n\nBea,x\n".getBytes(StandardCharsets.UTF_8))
                .rows();

        assertThat(rows).extracting(row -> row.cell(UserColumn.NAME)).containsExactly("Anna", "Bea");
        assertThat(rows.getFirst().line()).isEqualTo(2);
        assertThat(rows.getFirst().cell(UserColumn.ADDRESS)).isEqualTo("1 Mill Court\nLondon");
    }

    @Test
    void takesBackWhatOurExportMadeHarmless() {
        assertThat(read("name,phone\nAnna,'+44 20").cell(UserColumn.PHONE)).isEqualTo("+44 20");
    }

    @Test
    void saysWhyAFileIsNoTableOfUsers() {
        assertRefused("", Reason.EMPTY);
        assertRefused("colour,size\nred,1", Reason.NO_HEADINGS);
        assertRefused("name,имя\nAnna,Анна", Reason.COLUMN_TWICE);
        assertRefused("name\n\"Anna", Reason.MALFORMED);
    }

    private static UserTable.Row read(String text) {
        return UserTable.read(text.getBytes(StandardCharsets.UTF_8)).rows().getFirst();
    }

    private static void assertRefused(String text, Reason reason) {
        assertThatThrownBy(() -> UserTable.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UserFileException.class)
                .hasMessage(reason.name());
    }
}
