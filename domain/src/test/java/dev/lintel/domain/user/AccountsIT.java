package dev.lintel.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.Tables;
import dev.lintel.domain.Together;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.user.PasswordRefusedException.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;

class AccountsIT extends DatabaseIT {
    @Autowired
    Accounts accounts;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    JdbcTemplate jdbc;

    private String oneTime = "";

    @BeforeEach
    void aNewServer() {
        jdbc.update("delete from account");
        oneTime = accounts.createFirstAdministrator().orElseThrow();
    }

    @Test
    void theFirstAdministratorMayDoEverythingWithAPasswordForOnce() {
        Account admin = admin();

        assertThat(passwords.matches(oneTime, admin.passwordHash())).isTrue();
        assertThat(admin.mustChangePassword()).isTrue();
        assertThat(accounts.actor(admin).permissions()).containsExactlyInAnyOrder(Permission.values());
        assertThat(accounts.actor(admin).projects()).isNull();
        assertThat(oneTime).hasSize(16).matches("[a-zA-Z2-9&&[^ilIO]]+");
    }

    @Test
    void thereIsOneFirstAdministratorHoweverManyNodesStart() throws Exception {
        jdbc.update("delete from account");

        List<Optional<String>> made = Together.run(4, accounts::createFirstAdministrator);

        assertThat(made).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(accounts.createFirstAdministrator()).isEmpty();
    }

    @Test
    void aChosenPasswordTakesThePlaceOfTheOneTimePassword() {
        accounts.changePassword("admin", oneTime, "eight green herons");

        Account admin = admin();
        assertThat(admin.mustChangePassword()).isFalse();
        assertThat(passwords.matches("eight green herons", admin.passwordHash()))
                .isTrue();
        assertThat(passwords.matches(oneTime, admin.passwordHash())).isFalse();
    }

    @Test
    void refusesWeakPasswordsAndStoresNothing() {
        String before = admin().passwordHash();

        assertThat(refusal(oneTime, oneTime)).isEqualTo(Reason.SAME_AS_CURRENT);
        assertThat(refusal("wrong", "eight green herons")).isEqualTo(Reason.CURRENT_IS_WRONG);
        assertThat(refusal(oneTime, "short")).isEqualTo(Reason.TOO_SHORT);

        assertThat(admin().passwordHash()).isEqualTo(before);
        assertThatThrownBy(() -> accounts.changePassword("nobody", oneTime, "eight green herons"))
                .isInstanceOf(PasswordRefusedException.class);
    }

    @Test
    void remembersTheLanguage() {
        accounts.changeLocale("admin", Locale.of("uk"));

        assertThat(admin().locale()).isEqualTo(Locale.of("uk"));
    }

    @Test
    void keepsNoPassword() {
        assertThat(Tables.rows(jdbc)).noneMatch(row -> row.contains(oneTime));
    }

    private Account admin() {
        return accounts.byLogin("admin").orElseThrow();
    }

    private Reason refusal(String current, String chosen) {
        var refused = new Reason[1];
        assertThatThrownBy(() -> accounts.changePassword("admin", current, chosen))
                .asInstanceOf(type(PasswordRefusedException.class))
                .satisfies(refusal -> refused[0] = refusal.reason());
        return refused[0];
    }
}
