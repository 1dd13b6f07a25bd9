package dev.lintel.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.settings.SettingRefusedException.Reason;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class SettingsIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();

    @Autowired
    Settings settings;

    @Test
    void keepsWhatWasSet() {
        settings.change(
                SERVER,
                new SettingsDraft(
                        " Mill Court ", "Ask Kim", " https://doors.example.org:8443/lintel/ ", "uk", false, false));

        assertThat(settings.view(SERVER))
                .isEqualTo(new ServerSettings(
                        "Mill Court",
                        "Ask Kim",
                        URI.create("https://doors.example.org:8443/lintel"),
                        Locale.of("uk"),
                        false,
                        false));

        settings.change(SERVER, wanted("", "", "en"));

        assertThat(settings.inForce()).isEqualTo(new ServerSettings("Lintel", "", null, Locale.ENGLISH, true, true));
    }

    @ParameterizedTest
    @CsvSource({
        "doors.example.org, en, SERVER_URL_MALFORMED",
        "http://, en, SERVER_URL_MALFORMED",
        "http://a b, en, SERVER_URL_MALFORMED",
        "javascript:alert(1), en, SERVER_URL_SCHEME",
        "ftp://doors.example.org, en, SERVER_URL_SCHEME",
        "http://admin:secret@doors.example.org, en, SERVER_URL_TOO_MUCH",
        "http://doors.example.org/?a=b, en, SERVER_URL_TOO_MUCH",
        "http://doors.example.org, de, LANGUAGE_UNKNOWN"
    })
    void refusesBothWhenOneIsWrong(String url, String language, Reason reason) {
        ServerSettings before = settings.inForce();

        assertThatThrownBy(() -> settings.change(SERVER, wanted("", url, language)))
                .hasMessage(reason.name());

        assertThat(settings.inForce()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "a name that is much longer than anybody would ever call a server of theirs"})
    void refusesANameThatNobodyCouldShow(String name) {
        assertThatThrownBy(() -> settings.change(SERVER, wanted(name, "", "en")))
                .isInstanceOf(SettingRefusedException.class);
    }

    @Test
    void needsThePermission() {
        Actor reader = TestActors.ofServer(Permission.SETTINGS_VIEW);

        assertThat(settings.view(reader)).isNotNull();
        assertThatThrownBy(() -> settings.change(reader, wanted("", "", "en")))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> settings.view(TestActors.ofServer())).isInstanceOf(PermissionDeniedException.class);
    }

    private static SettingsDraft wanted(String name, String url, String language) {
        return new SettingsDraft(name, "", url, language, true, true);
    }
}
