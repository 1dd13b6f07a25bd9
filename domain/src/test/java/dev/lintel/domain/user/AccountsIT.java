package dev.lintel.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.Tables;
import dev.lintel.domain.Together;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.user.PasswordRefusedException.Reason;
import java.time.Duration;
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
    SettableClock clock;

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
        accounts.changePassword(actor(), oneTime, "eight green herons");

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
    }

    @Test
    void letsNobodyGuessTheCurrentPasswordForLong() {
        for (int i = 0; i < 5; i++) {
            assertThat(refusal("wrong", "eight green herons")).isEqualTo(Reason.CURRENT_IS_WRONG);
        }
        assertThat(refusal(oneTime, "eight green herons")).isEqualTo(Reason.TOO_MANY_TRIES);

        clock.forward(Duration.ofSeconds(10));

        accounts.changePassword(actor(), oneTime, "eight green herons");
        assertThat(admin().mustChangePassword()).isFalse();
    }

    @Test
    void findsAnAccountByLoginOrEmail() {
        jdbc.update("update account set email = 'Ann@Example.org'");

        assertThat(accounts.byLoginOrEmail("admin")).isPresent();
        assertThat(accounts.byLoginOrEmail("ann@example.org")).isPresent();
        assertThat(accounts.byLoginOrEmail("bob@example.org")).isEmpty();
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

    private Actor actor() {
        return accounts.actor(admin());
    }

    private Reason refusal(String current, String chosen) {
        var refused = new Reason[1];
        assertThatThrownBy(() -> accounts.changePassword(actor(), current, chosen))
                .asInstanceOf(type(PasswordRefusedException.class))
                .satisfies(refusal -> refused[0] = refusal.reason());
        return refused[0];
    }
}
