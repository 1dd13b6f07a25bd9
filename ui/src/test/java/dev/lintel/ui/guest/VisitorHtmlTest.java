package dev.lintel.ui.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.VisitorDoors.Visit;
import dev.lintel.domain.access.VisitorDoors.VisitorDoor;
import dev.lintel.domain.device.Position;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("GA-3")
class VisitorHtmlTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

    private final VisitorHtml html = new VisitorHtml(new Messages(), Language.ENGLISH, NOW);

    @Test
    void showsWhatPeopleWroteAndNeverDoesIt() {
        Visit visit = visit(NOW.plusSeconds(60), "Gate\"><img src=x>", ReasonCode.GRANTED);

        String page = html.page(visit, "s3cret", new VisitorNews("opened", "<i>x</i>"), WalletOffers.NONE);

        assertThat(page)
                .contains("&lt;script&gt;Otto&lt;/script&gt;", "&lt;House&gt;", "&lt;i&gt;x&lt;/i&gt;")
                .contains("Gate&quot;&gt;&lt;img")
                .contains("/g/s3cret/door?device=d%201&amp;point=in")
                .doesNotContain("<script", "<i>", "<img src=x");
    }

    @Test
    void tellsTheClockOnTheWallOfTheHouse() {
        assertThat(html.page(visit(NOW.plusSeconds(60), "Gate", ReasonCode.GRANTED), "s", null, WalletOffers.NONE))
                .contains("Sun 22 Nov 2026, 10:00", "Europe/Kyiv");
    }

    @Test
    void offersNoDoorThatWouldStayShut() {
        assertThat(html.page(
                        visit(NOW.plusSeconds(60), "Gate", ReasonCode.OUTSIDE_SCHEDULE), "s", null, WalletOffers.NONE))
                .contains("Closed to visitors at this hour")
                .doesNotContain("Open the door");
    }

    @Test
    void keepsTheCodeOfAPassThatIsOver() {
        assertThat(html.page(visit(NOW, "Gate", ReasonCode.EXPIRED), "s", null, WalletOffers.NONE))
                .contains("This pass has expired")
                .doesNotContain("data:image/png", "Open the door");
    }

    @Test
    void showsTheWayWithoutAScript() {
        assertThat(html.page(visit(NOW.plusSeconds(60), "Gate", ReasonCode.GRANTED), "s", null, WalletOffers.NONE))
                .contains("https://www.google.com/maps/dir/?api=1&amp;destination=51.5,-0.12")
                .contains("geo:51.5,-0.12?q=51.5,-0.12")
                .contains(">Directions<")
                .doesNotContain("<script");
    }

    @Test
    void offersTheWalletsThatThePhoneHas() {
        WalletOffers both = new WalletOffers(true, true);
        Visit visit = visit(NOW.plusSeconds(60), "Gate", ReasonCode.GRANTED);

        assertThat(html.page(visit, "s", null, both)).contains("/g/s/pass.pkpass", "/g/s/google-wallet");
        assertThat(html.page(visit, "s", null, both.on("Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X)")))
                .contains("/g/s/pass.pkpass")
                .doesNotContain("google-wallet");
        assertThat(html.page(visit, "s", null, both.on("Mozilla/5.0 (Linux; Android 16; Pixel 9)")))
                .contains("google-wallet")
                .doesNotContain("pkpass");
        assertThat(html.page(visit, "s", null, WalletOffers.NONE)).doesNotContain("pkpass", "google-wallet");
    }

    private static Visit visit(Instant until, String door, ReasonCode reason) {
        return new Visit(
                APass.until(until),
                "<House>",
                KYIV,
                List.of(new VisitorDoor("d 1", door, "in", reason, new Position(51.5, -0.12))));
    }
}
