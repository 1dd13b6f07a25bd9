package dev.lintel.domain.user.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.Tables;
import dev.lintel.domain.Together;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Secrets;
import dev.lintel.domain.user.Accounts;
import dev.lintel.domain.user.PasswordRefusedException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class SecondFactorsIT extends DatabaseIT {
    @Autowired
    Accounts accounts;

    @Autowired
    SecondFactors factors;

    @Autowired
    Passkeys passkeys;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private final AuthenticatorSecret secret = AuthenticatorSecret.random();
    private String password = "";
    private Actor admin = Actor.server();

    @BeforeEach
    void anAdministrator() {
        jdbc.update("delete from account");
        password = accounts.createFirstAdministrator().orElseThrow();
        admin = accounts.actor(accounts.byLogin("admin").orElseThrow());
        clock.set(SettableClock.START);
    }

    @Test
    void anAppIsTakenInUseByItsCodeAndThePassword() {
        assertThatThrownBy(() -> factors.useApp(admin, password, secret, "000000"))
                .isInstanceOf(CodeRefusedException.class);
        assertThatThrownBy(() -> factors.useApp(admin, "guessed", secret, code()))
                .isInstanceOf(PasswordRefusedException.class);
        assertThat(factors.own(admin).isOn()).isFalse();

        List<String> codes = factors.useApp(admin, password, secret, code());

        assertThat(factors.own(admin).hasApp()).isTrue();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("(\\w{4}-){3}\\w{4}"));
    }

    @Test
    void aCodeIsGoodOnceAndNoneIsGoodAfterALaterOne() {
        use(secret);
        String first = secret.code(step() + 1);
        clock.forward(Duration.ofSeconds(60));
        String second = code();

        assertThat(accepts(first)).isTrue();
        assertThat(accepts(first)).isFalse();
        assertThat(accepts(second.substring(0, 3) + " " + second.substring(3))).isTrue();
        assertThat(accepts(first)).isFalse();
        assertThat(accepts(second)).isFalse();
    }

    @Test
    void theCodeThatTookTheAppInUseLetsNobodyIn() {
        String shown = code();
        use(secret);

        assertThat(accepts(shown)).isFalse();
    }

    @Test
    void ofManyWhoShowTheSameCodeAtOnceOneGetsIn() throws Exception {
        use(secret);
        clock.forward(Duration.ofSeconds(60));
        String code = code();

        assertThat(Together.run(8, () -> accepts(code)))
                .filteredOn(Boolean::booleanValue)
                .hasSize(1);
    }

    @Test
    void aRecoveryCodeIsGoodOnceHoweverItIsTyped() {
        List<String> codes = use(secret);
        String typed = codes.getFirst().toUpperCase(Locale.ROOT).replace('-', ' ');

        assertThat(accepts(typed)).isTrue();
        assertThat(accepts(codes.getFirst())).isFalse();
        assertThat(accepts(codes.get(1))).isTrue();
        assertThat(factors.own(admin).recoveryCodesLeft()).isEqualTo(8);
    }

    @Test
    void newRecoveryCodesTakeThePlaceOfTheOld() {
        List<String> old = use(secret);

        List<String> fresh = factors.renewRecoveryCodes(admin, password);

        assertThat(accepts(old.getFirst())).isFalse();
        assertThat(accepts(fresh.getFirst())).isTrue();
    }

    @Test
    void removingTheLastFactorAsksForThePasswordAndTakesTheRecoveryCodesAlong() {
        List<String> codes = use(secret);
        assertThatThrownBy(() -> factors.removeApp(admin, "guessed")).isInstanceOf(PasswordRefusedException.class);
        assertThat(factors.own(admin).isOn()).isTrue();

        factors.removeApp(admin, password);

        assertThat(factors.own(admin)).isEqualTo(new SecondFactor(null, List.of(), 0));
        assertThat(accepts(codes.getFirst())).isFalse();
        assertThat(factors.renewRecoveryCodes(admin, password)).isEmpty();
    }

    @Test
    void aPasskeyIsASecondFactorOfItsOwnerOnly() {
        byte[] handle = passkeys.ownHandle(admin);
        byte[] credential = Secrets.random(16);

        List<String> codes = factors.addPasskey(admin, passkey(handle, credential));

        assertThat(codes).hasSize(10);
        assertThat(passkeys.ownHandle(admin)).isEqualTo(handle);
        assertThat(passkeys.ownerOf(handle)).hasValue(Accounts.own(admin));
        passkeys.used(credential, 7);
        assertThat(passkeys.byCredential(credential).orElseThrow().signatureCount())
                .isEqualTo(7);
        Passkey own = factors.own(admin).passkeys().getFirst();
        assertThat(own.name()).isEqualTo("phone");
        assertThat(own.lastUsed()).isEqualTo(SettableClock.START);

        factors.removePasskey(admin, password, own.id());

        assertThat(factors.own(admin).isOn()).isFalse();
        assertThat(passkeys.byCredential(credential)).isEmpty();
    }

    @Test
    void aThiefOfTheDatabaseFindsNeitherSecretsNorCodes() {
        List<String> codes = use(secret);

        assertThat(Tables.rows(jdbc))
                .noneMatch(row -> row.contains(secret.base32()))
                .noneMatch(row -> codes.stream().anyMatch(row::contains));
    }

    private List<String> use(AuthenticatorSecret app) {
        return factors.useApp(admin, password, app, code());
    }

    private boolean accepts(String code) {
        return factors.accepts(Accounts.own(admin), code);
    }

    private String code() {
        return secret.code(step());
    }

    private long step() {
        return clock.instant().getEpochSecond() / AuthenticatorSecret.STEP_SECONDS;
    }

    private static PasskeyRecord passkey(byte[] handle, byte[] credential) {
        return new PasskeyRecord(handle, credential, "phone", new byte[] {1}, new byte[] {2}, 0, true);
    }
}
