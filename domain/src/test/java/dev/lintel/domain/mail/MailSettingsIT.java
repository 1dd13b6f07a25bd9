package dev.lintel.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.Tables;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class MailSettingsIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();
    private static final String PASSWORD = "three green kettles";

    @Autowired
    MailSettings settings;

    @Autowired
    ScriptedCarrier carrier;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void nothingIsSet() {
        jdbc.update("delete from mail_server");
        carrier.forget();
    }

    @Test
    void keepsThePasswordSealedAndTellsNobody() {
        settings.change(SERVER, server("mail.example.org", MailEncryption.STARTTLS), PASSWORD, 0);

        assertThat(settings.view(SERVER))
                .contains(new MailSettings.Current(server("mail.example.org", MailEncryption.STARTTLS), true, 1));
        assertThat(Tables.rows(jdbc)).noneMatch(row -> row.contains(PASSWORD));
        assertThat(test(server("mail.example.org", MailEncryption.STARTTLS), null))
                .isEqualTo(new MailAnswer.Taken("250 2.0.0 taken"));
        assertThat(carrier.password()).isEqualTo(PASSWORD);
    }

    @Test
    void aStoredPasswordGoesToTheServerForWhichItWasGiven() {
        settings.change(SERVER, server("mail.example.org", MailEncryption.STARTTLS), PASSWORD, 0);
        MailServer elsewhere = server("mail.thief.example", MailEncryption.STARTTLS);
        MailServer inTheClear = new MailServer(
                "mail.example.org", 587, MailEncryption.NONE, "door", "door@example.org", "", null, true);

        assertThatThrownBy(() -> settings.change(SERVER, elsewhere, null, 1))
                .hasMessageStartingWith("password: password-needed-again");
        assertThatThrownBy(() -> test(elsewhere, null)).hasMessageStartingWith("password: password-needed-again");
        assertThatThrownBy(() -> test(inTheClear, null)).hasMessageStartingWith("password: password-needed-again");

        assertThat(carrier.sent()).isEmpty();
        assertThat(settings.change(SERVER, elsewhere, "another one", 1).version())
                .isEqualTo(2);
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        MailServer server = server("mail.example.org", MailEncryption.TLS);
        settings.change(SERVER, server, PASSWORD, 0);

        assertThatThrownBy(() -> settings.change(SERVER, server, PASSWORD, 0))
                .hasMessageStartingWith("host: changed-meanwhile");
        assertThat(settings.change(SERVER, server, "", 1).hasPassword()).isFalse();
        assertThatThrownBy(() -> settings.change(SERVER, server, PASSWORD, 1))
                .hasMessageStartingWith("host: changed-meanwhile");
        settings.remove(SERVER);
        assertThatThrownBy(() -> settings.change(SERVER, server, PASSWORD, 2))
                .hasMessageStartingWith("host: changed-meanwhile");
        assertThat(settings.view(SERVER)).isEmpty();
    }

    @Test
    void needsThePermission() {
        Actor reader = new Actor("reader", Set.of(Permission.SETTINGS_VIEW));
        MailServer server = server("mail.example.org", MailEncryption.TLS);

        assertThat(settings.view(reader)).isEmpty();
        assertThatThrownBy(() -> settings.change(reader, server, null, 0))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> settings.remove(reader)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> settings.test(reader, server, null, "a@example.org", Locale.ENGLISH))
                .isInstanceOf(PermissionDeniedException.class);
    }

    private MailAnswer test(MailServer server, @Nullable String password) {
        return settings.test(SERVER, server, password, "me@example.org", Locale.ENGLISH);
    }

    private static MailServer server(String host, MailEncryption encryption) {
        return new MailServer(host, 587, encryption, "door", "door@example.org", "Mill Court", null, false);
    }
}
