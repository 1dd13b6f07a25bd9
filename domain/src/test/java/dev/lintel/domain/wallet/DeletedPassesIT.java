package dev.lintel.domain.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.SettableClock;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.site.GroupDeletions;
import dev.lintel.domain.user.people.Deletions;
import dev.lintel.domain.wallet.WalletDevices.Asked;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A phone with two passes, of which one is deleted. */
@Tag("GA-3")
class DeletedPassesIT extends WalletHouse {
    @Autowired
    Deletions people;

    @Autowired
    GroupDeletions groups;

    private long house;
    private String pass;
    private Asked asked;
    private Asked other;
    private String known;

    @BeforeEach
    void aPhoneWithTwoPasses() throws Exception {
        clock.set(SettableClock.START);
        jdbc.update("delete from wallet_pass");
        jdbc.update("delete from apple_wallet");
        push.answer = PassPush.Answer.TAKEN;
        address("https://doors.example.org");
        wallets.change(SERVER, new AppleWallet("Heathfield House", "", "", true), upload(), 0);
        house = sites.load(SERVER, TestSites.file(TestSites.house("ended")), true, progress -> {})
                .project();
        GuestPass made = made(house, "Ivo Secretive");
        pass = made.id();
        asked = asked(made);
        devices.register("phone", asked, "tok1");
        long elsewhere = sites.load(SERVER, TestSites.file(TestSites.house("stays")), true, progress -> {})
                .project();
        other = asked(made(elsewhere, "Olga"));
        devices.register("phone", other, "tok1");
        clock.forward(Duration.ofMinutes(1));
        known = devices.changed("phone", TestAuthority.PASS_TYPE, null)
                .orElseThrow()
                .tag();
        assertThat(pushed()).isEmpty();
        clock.forward(Duration.ofMinutes(1));
    }

    @Test
    void aDeletedPassIsOverOnThePhoneAndSaysNothingElse() throws Exception {
        Instant fetched = devices.pass(asked, null).orElseThrow().changed();

        assertThat(passes.delete(SERVER, house, List.of(pass))).isEqualTo(1);

        thePhoneIsToldAndShowsThatItIsOver();
        assertThat(devices.pass(asked, fetched).orElseThrow().pass()).isNotNull();
        assertThat(pushed()).as("once").isEmpty();
        assertThat(devices.pass(other, null).orElseThrow().pass()).isNotNull();
    }

    @Test
    void soIsThePassOfAHostWhoIsDeleted() throws Exception {
        people.delete(SERVER, house, Set.of("u1"));

        thePhoneIsToldAndShowsThatItIsOver();
    }

    @Test
    void soIsThePassOfAProjectThatIsDeleted() throws Exception {
        assertThat(groups.delete(SERVER, house, "g1", "House")).isPresent();

        thePhoneIsToldAndShowsThatItIsOver();
    }

    @Test
    void thePassesOfPeopleStayWhereAGroupAloneIsDeleted() throws Exception {
        assertThat(groups.delete(SERVER, house, "g2", "")).isPresent();

        assertThat(pushed()).isEmpty();
        assertThat(devices.changed("phone", TestAuthority.PASS_TYPE, known)).isEmpty();
    }

    @Test
    void aPhoneThatAsksFirstLearnsItAndTheNextOneIsToldAllTheSame() throws Exception {
        devices.register("second", asked, "tok2");
        passes.delete(SERVER, house, List.of(pass));

        assertThat(devices.changed("second", TestAuthority.PASS_TYPE, known)
                        .orElseThrow()
                        .serials())
                .containsExactly(asked.serial());

        assertThat(pushed()).contains(TestAuthority.PASS_TYPE + " tok1");
    }

    @Test
    void nothingThatStoodOnThePassIsKept() {
        assertThat(rows()).contains("Ivo Secretive", pass);

        passes.delete(SERVER, house, List.of(pass));

        assertThat(rows()).doesNotContain("Secretive", pass);
    }

    @Test
    void itIsLetGoOfAfterThirtyDays() {
        passes.delete(SERVER, house, List.of(pass));
        assertThat(pushed()).hasSize(1);

        clock.forward(PassChanges.KEPT);
        pushed();
        assertThat(devices.pass(asked, null)).isPresent();
        clock.forward(Duration.ofSeconds(1));
        pushed();

        assertThat(devices.pass(asked, null)).isEmpty();
        assertThat(devices.pass(other, null)).isPresent();
        assertThat(jdbc.queryForList("select serial from wallet_device", String.class))
                .containsExactly(other.serial());
    }

    @Test
    void itGoesAlsoWhereNoPassesAreGivenAnyMore() {
        passes.delete(SERVER, house, List.of(pass));
        wallets.removeApple(SERVER);
        pushed();
        clock.forward(PassChanges.KEPT.plusSeconds(1));
        pushed();

        assertThat(jdbc.queryForList("select serial from wallet_pass", String.class))
                .containsExactly(other.serial());
    }

    private void thePhoneIsToldAndShowsThatItIsOver() throws Exception {
        assertThat(pushed()).containsExactly(TestAuthority.PASS_TYPE + " tok1");
        assertThat(devices.changed("phone", TestAuthority.PASS_TYPE, known)
                        .orElseThrow()
                        .serials())
                .containsExactly(asked.serial());
        Map<String, byte[]> files = files(
                Objects.requireNonNull(devices.pass(asked, null).orElseThrow().pass()));
        String text = new String(Objects.requireNonNull(files.get("pass.json")), StandardCharsets.UTF_8);
        JsonNode said = JSON.readTree(text);
        assertThat(said.at("/voided").asBoolean()).isTrue();
        assertThat(said.at("/barcodes/0").isMissingNode()).isTrue();
        assertThat(said.at("/serialNumber").asString()).isEqualTo(asked.serial());
        assertThat(said.at("/authenticationToken").asString()).isEqualTo(asked.token());
        assertThat(said.at("/webServiceURL").asString()).isEqualTo("https://doors.example.org/wallet");
        assertThat(said.at("/generic/primaryFields/0/value").asString()).isEqualTo("en:over");
        assertThat(text).doesNotContain("Ivo", "logoText", "AA-12", "/g/");
        assertThat(new String(Objects.requireNonNull(files.get("ru.lproj/pass.strings")), StandardCharsets.UTF_8))
                .contains("\"en:over\" = \"ru:over\";");
        assertThat(devices.unregister("phone", asked)).isTrue();
    }

    /** All that the database holds of passes in wallets, as text. */
    private String rows() {
        return String.join("\n", jdbc.queryForList("select w::text from wallet_pass w", String.class));
    }
}
