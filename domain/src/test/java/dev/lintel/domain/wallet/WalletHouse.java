package dev.lintel.domain.wallet;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.guestpass.GuestPassDraft;
import dev.lintel.domain.guestpass.GuestPasses;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.settings.Settings;
import dev.lintel.domain.settings.SettingsDraft;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.wallet.WalletDevices.Asked;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A house that gives passes to phones, and a push service that writes down who was told. */
abstract class WalletHouse extends DatabaseIT {
    static final Actor SERVER = Actor.server();
    static final TestAuthority APPLE = new TestAuthority();
    static final JsonMapper JSON = new JsonMapper();

    @Autowired
    Sites sites;

    @Autowired
    Settings settings;

    @Autowired
    GuestPasses passes;

    @Autowired
    WalletSettings wallets;

    @Autowired
    WalletPasses walletPasses;

    @Autowired
    WalletDevices devices;

    @Autowired
    PassPushes pushes;

    @Autowired
    ScriptedPush push;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    /** The server is called so from outside; empty is not at all. */
    final void address(String url) {
        settings.change(SERVER, new SettingsDraft("Heathfield", "", url, "en", true, true));
    }

    static WalletSettings.Upload upload() throws Exception {
        return new WalletSettings.Upload(
                TestAuthority.file(APPLE.forPasses()),
                TestAuthority.PASSWORD,
                APPLE.certificate().getEncoded());
    }

    /** A pass for one visit. */
    final GuestPass made(long project, String visitor) {
        GuestPassDraft usual = GuestPassDraft.usual("u1", List.of("r1"), Locale.of("uk"), clock.instant());
        return passes.create(
                SERVER,
                project,
                new GuestPassDraft(
                        usual.host(),
                        usual.kind(),
                        usual.type(),
                        "",
                        visitor,
                        "",
                        "",
                        "",
                        usual.language(),
                        usual.from(),
                        usual.until(),
                        1,
                        usual.restrictions()));
    }

    /** What a phone asks with that has this pass. */
    final Asked asked(GuestPass pass) throws Exception {
        JsonNode said = JSON.readTree(
                files(walletPasses.apple(SERVER, pass.project(), pass.id())).get("pass.json"));
        return new Asked(
                TestAuthority.PASS_TYPE,
                said.at("/serialNumber").asString(),
                said.at("/authenticationToken").asString());
    }

    /** Who was told by one look of the server. */
    final List<String> pushed() {
        push.told.clear();
        pushes.take(10).forEach(pushes::send);
        return List.copyOf(push.told);
    }

    static Map<String, byte[]> files(byte[] archive) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
