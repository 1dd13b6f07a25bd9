package dev.lintel.domain.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.SettableClock;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AccessService;
import dev.lintel.domain.access.Channel;
import dev.lintel.domain.access.RequestOrigin;
import dev.lintel.domain.device.DevicePositions;
import dev.lintel.domain.device.Position;
import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.guestpass.GuestPassRefusedException;
import dev.lintel.domain.guestpass.NoSuchGuestPassException;
import dev.lintel.domain.guestpass.SharedPasses;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.wallet.WalletDevices.Asked;
import dev.lintel.domain.wallet.WalletDevices.Registration;
import dev.lintel.domain.wallet.WalletPasses.Missing;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@Tag("GA-3")
class WalletPassesIT extends WalletHouse {
    private static final AppleWallet LOOK = new AppleWallet("Heathfield House", "#102030", "", true);

    @Autowired
    SharedPasses shared;

    @Autowired
    AccessService access;

    @Autowired
    DevicePositions positions;

    private long house;

    @BeforeEach
    void aHouseWithAnAddress() throws Exception {
        clock.set(SettableClock.START);
        jdbc.update("delete from wallet_device");
        jdbc.update("delete from apple_wallet");
        jdbc.update("delete from google_wallet");
        push.told.clear();
        push.answer = PassPush.Answer.TAKEN;
        address("https://doors.example.org");
        house = sites.load(SERVER, TestSites.file(TestSites.house("wallet")), false, progress -> {})
                .project();
        positions.place(SERVER, house, "d1", new Position(51.5, -0.12));
    }

    @Test
    void signsAPassThatSaysWhatTheVisitorHasToKnow() throws Exception {
        certify();
        GuestPass pass = made(house, "Ivo");

        Map<String, byte[]> files = files(walletPasses.apple(SERVER, house, pass.id()));

        JsonNode said = JSON.readTree(files.get("pass.json"));
        assertThat(said.at("/passTypeIdentifier").asString()).isEqualTo(TestAuthority.PASS_TYPE);
        assertThat(said.at("/teamIdentifier").asString()).isEqualTo("A1B2C3D4E5");
        assertThat(said.at("/organizationName").asString()).isEqualTo("Heathfield House");
        assertThat(said.at("/logoText").asString()).isEqualTo("wallet");
        assertThat(said.at("/backgroundColor").asString()).isEqualTo("rgb(16,32,48)");
        assertThat(said.at("/barcodes/0/message").asString())
                .isEqualTo(pass.facts().value());
        assertThat(said.at("/generic/headerFields/0/value").intValue()).isEqualTo(1);
        assertThat(said.at("/generic/primaryFields/0/value").asString()).isEqualTo("Ivo");
        assertThat(said.at("/generic/secondaryFields/1/value").asString()).isEqualTo("2026-01-06T09:30:00Z");
        assertThat(said.at("/generic/auxiliaryFields/0/value").asString()).isEqualTo("House · AA-12");
        assertThat(said.at("/locations/0/latitude").doubleValue()).isEqualTo(51.5);
        assertThat(said.at("/webServiceURL").asString()).isEqualTo("https://doors.example.org/wallet");
        assertThat(said.at("/authenticationToken").asString()).hasSizeGreaterThan(16);
        assertThat(said.at("/voided").asBoolean(false)).isFalse();
        assertThat(new String(files.get("ru.lproj/pass.strings"), StandardCharsets.UTF_8))
                .contains("\"uk:doors\" = \"ru:doors\";");
        assertThat(files.keySet()).contains("icon.png", "icon@2x.png", "logo.png", "en.lproj/pass.strings");
    }

    @Test
    void isWhatOpensslTakesForSignedByTheCertificate(@TempDir Path folder) throws Exception {
        certify();
        Map<String, byte[]> files =
                files(walletPasses.apple(SERVER, house, made(house, "Ivo").id()));

        JsonNode manifest = JSON.readTree(files.get("manifest.json"));
        files.keySet().stream()
                .filter(name -> !Set.of("manifest.json", "signature").contains(name))
                .forEach(name -> assertThat(manifest.path(name).asString())
                        .as(name)
                        .isEqualTo(sha1(Objects.requireNonNull(files.get(name)))));
        Path ca = Files.writeString(folder.resolve("ca.pem"), TestAuthority.pem(APPLE.certificate()));
        Path content = Files.write(folder.resolve("manifest.json"), Objects.requireNonNull(files.get("manifest.json")));
        Path signature = Files.write(folder.resolve("signature"), Objects.requireNonNull(files.get("signature")));
        assertThat(openssl(signature, content, ca))
                .contains("Verification successful")
                .endsWith(" 0");

        Files.writeString(content, "{}");
        assertThat(openssl(signature, content, ca)).doesNotContain("Verification successful");
    }

    @Test
    void isNotGivenWhereSomethingIsMissingAndSaysWhat() throws Exception {
        GuestPass pass = made(house, "Ivo");
        String secret = shared.secret(SERVER, house, pass.id());

        assertThat(walletPasses.missingForApple()).isEqualTo(Missing.SETTINGS);
        assertThat(walletPasses.apple(secret)).isEmpty();
        assertThatThrownBy(() -> walletPasses.apple(SERVER, house, pass.id()))
                .isInstanceOf(GuestPassRefusedException.class)
                .hasMessageContaining("wallet settings");
        certify();
        assertThat(walletPasses.apple(secret)).isPresent();
        assertThat(walletPasses.apple("none")).isEmpty();
        clock.set(Instant.parse("2047-01-01T00:00:00Z"));
        assertThat(walletPasses.missingForApple()).isEqualTo(Missing.EXPIRED);
        clock.set(SettableClock.START);
        address("");
        assertThat(walletPasses.missingForApple()).isEqualTo(Missing.ADDRESS);
        address("http://doors.example.org");
        assertThat(new String(
                        Objects.requireNonNull(files(walletPasses.apple(SERVER, house, pass.id()))
                                .get("pass.json")),
                        StandardCharsets.UTF_8))
                .doesNotContain("webServiceURL");
    }

    @Test
    void isGivenAwayByThoseWhoMayOnly() throws Exception {
        certify();
        GuestPass pass = made(house, "Ivo");
        Actor stranger = TestActors.ofGroups(house, Set.of("nowhere"), Permission.IDENTIFIER_EDIT);

        assertThatThrownBy(() -> walletPasses.apple(stranger, house, pass.id()))
                .isInstanceOf(NoSuchGuestPassException.class);
        assertThatThrownBy(() -> walletPasses.google(stranger, house, pass.id()))
                .isInstanceOf(NoSuchGuestPassException.class);
    }

    @Test
    void keepsKeysSealedAndOutOfTheAudit() throws Exception {
        certify();
        wallets.change(SERVER, "3388000000012345678", account(pair()), 0);

        assertThat(jdbc.queryForList(
                        "select coalesce(before::text, '') || coalesce(after::text, '') from audit_entry where kind = 'wallet'",
                        String.class))
                .hasSizeGreaterThanOrEqualTo(2)
                .anyMatch(entry -> entry.contains("Heathfield House"))
                .noneMatch(entry -> entry.contains("PRIVATE") || entry.contains(TestAuthority.PASSWORD));
        assertThat(new String(
                        Objects.requireNonNull(jdbc.queryForObject("select sealed from google_wallet", byte[].class)),
                        StandardCharsets.ISO_8859_1))
                .doesNotContain("PRIVATE");
        Actor looker = TestActors.ofGroups(house, Set.of("g1"), Permission.SETTINGS_EDIT);
        assertThatThrownBy(() -> wallets.removeApple(looker)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> wallets.change(SERVER, LOOK, null, 7))
                .isInstanceOf(WalletRefusedException.class)
                .hasMessageContaining("changed-meanwhile");
    }

    @Test
    void tellsPhonesThatHaveThePassWhenItChangesAndOnlyThen() throws Exception {
        certify();
        GuestPass pass = made(house, "Ivo");
        Asked asked = asked(pass);

        assertThat(devices.register("phone", new Asked(asked.passType(), asked.serial(), "guessed"), "tok1"))
                .isEqualTo(Registration.REFUSED);
        assertThat(devices.register("phone", asked, "tok1")).isEqualTo(Registration.NEW);
        assertThat(devices.register("phone", asked, "tok1")).isEqualTo(Registration.KNOWN);
        assertThat(pushed()).isEmpty();

        clock.forward(Duration.ofMinutes(1));
        WalletDevices.Changed all =
                devices.changed("phone", TestAuthority.PASS_TYPE, null).orElseThrow();
        assertThat(all.serials()).containsExactly(asked.serial());
        assertThat(devices.changed("phone", TestAuthority.PASS_TYPE, all.tag())).isEmpty();
        Instant known = devices.pass(asked, null).orElseThrow().changed();
        assertThat(devices.pass(asked, known).orElseThrow().pass()).isNull();

        access.ask(
                new AccessRequest(
                        "wallet-1", null, null, pass.type(), pass.facts().value(), clock.instant()),
                new RequestOrigin(Channel.REST, null, null));
        assertThat(pushed()).containsExactly(TestAuthority.PASS_TYPE + " tok1");
        assertThat(pushed()).isEmpty();
        assertThat(devices.changed("phone", TestAuthority.PASS_TYPE, all.tag())).isPresent();
        byte[] used = devices.pass(asked, known).orElseThrow().pass();
        JsonNode said = JSON.readTree(files(Objects.requireNonNull(used)).get("pass.json"));
        assertThat(said.at("/generic/headerFields/0/value").intValue()).isZero();
        assertThat(said.at("/voided").asBoolean()).isTrue();

        clock.forward(Duration.ofMinutes(1));
        passes.revoke(SERVER, house, List.of(pass.id()));
        assertThat(pushed()).hasSize(1);
        assertThat(devices.unregister("phone", asked)).isTrue();
        assertThat(devices.changed("phone", TestAuthority.PASS_TYPE, null)).isEmpty();
    }

    @Test
    void triesAgainWhenThePushServiceFailsAndForgetsPhonesThatAreGone() throws Exception {
        certify();
        GuestPass pass = made(house, "Ivo");
        devices.register("phone", asked(pass), "tok1");
        push.answer = PassPush.Answer.FAILED;

        passes.revoke(SERVER, house, List.of(pass.id()));
        assertThat(passes.get(SERVER, house, pass.id()).orElseThrow().facts().revoked())
                .isTrue();
        assertThat(pushed()).hasSize(1);
        assertThat(pushed()).isEmpty();
        clock.forward(Duration.ofSeconds(21));
        push.answer = PassPush.Answer.GONE;
        assertThat(pushed()).hasSize(1);
        assertThat(jdbc.queryForObject("select count(*) from wallet_device", Integer.class))
                .isZero();
    }

    @Test
    void tellsNobodyWhilePushIsOff() throws Exception {
        wallets.change(SERVER, new AppleWallet("House", "", "", false), upload(), 0);
        GuestPass pass = made(house, "Ivo");
        devices.register("phone", asked(pass), "tok1");
        clock.forward(Duration.ofMinutes(1));
        passes.revoke(SERVER, house, List.of(pass.id()));

        assertThat(pushed()).isEmpty();
        assertThat(devices.changed("phone", TestAuthority.PASS_TYPE, null)).isPresent();
    }

    @Test
    void signsALinkForGoogleWithAllThatStandsOnThePass() throws Exception {
        KeyPair keys = pair();
        GuestPass pass = made(house, "Ivo");
        assertThatThrownBy(() -> walletPasses.google(SERVER, house, pass.id()))
                .isInstanceOf(GuestPassRefusedException.class);
        wallets.change(SERVER, "3388000000012345678", account(keys), 0);

        URI link = walletPasses.google(SERVER, house, pass.id());

        assertThat(link.toString())
                .startsWith("https://pay.google.com/gp/v/save/")
                .hasSizeLessThan(3000);
        String[] parts = link.toString()
                .substring("https://pay.google.com/gp/v/save/".length())
                .split("\\.");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(keys.getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(claims.at("/iss").asString()).isEqualTo("doors@example.iam.gserviceaccount.com");
        assertThat(claims.at("/aud").asString()).isEqualTo("google");
        assertThat(claims.at("/typ").asString()).isEqualTo("savetowallet");
        JsonNode object = claims.at("/payload/genericObjects/0");
        assertThat(object.at("/id").asString()).startsWith("3388000000012345678.");
        assertThat(object.at("/classId").asString())
                .isEqualTo(claims.at("/payload/genericClasses/0/id").asString());
        assertThat(object.at("/barcode/value").asString())
                .isEqualTo(pass.facts().value());
        assertThat(object.at("/cardTitle/defaultValue/value").asString()).isEqualTo("wallet");
        assertThat(object.at("/validTimeInterval/end/date").asString()).isEqualTo("2026-01-06T09:30:00Z");
        assertThat(object.at("/state").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void refusesAnAccountThatIsNone() {
        assertThatThrownBy(() -> wallets.change(SERVER, "no number", "{}", 0))
                .hasMessageContaining("issuer: malformed");
        assertThatThrownBy(() -> wallets.change(SERVER, "3388000000", "{}", 0))
                .hasMessageContaining("service-account: key-missing");
        assertThatThrownBy(() -> wallets.change(SERVER, "3388000000", "not json", 0))
                .hasMessageContaining("service-account: unreadable");
        assertThatThrownBy(() -> wallets.change(SERVER, "3388000000", null, 0))
                .hasMessageContaining("service-account: missing");
    }

    private void certify() throws Exception {
        wallets.change(SERVER, LOOK, upload(), 0);
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static String account(KeyPair keys) {
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        return JSON.writeValueAsString(Map.of(
                "type", "service_account",
                "client_email", "doors@example.iam.gserviceaccount.com",
                "private_key", pem));
    }

    private static String sha1(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What openssl says, and its exit code; the certificates are younger than the machine's clock may be. */
    private static String openssl(Path signature, Path content, Path ca) throws Exception {
        Process process = new ProcessBuilder(
                        "openssl",
                        "cms",
                        "-verify",
                        "-binary",
                        "-inform",
                        "DER",
                        "-in",
                        signature.toString(),
                        "-content",
                        content.toString(),
                        "-CAfile",
                        ca.toString(),
                        "-purpose",
                        "any",
                        "-no_check_time",
                        "-out",
                        "/dev/null")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said.strip() + " " + process.waitFor();
    }
}
