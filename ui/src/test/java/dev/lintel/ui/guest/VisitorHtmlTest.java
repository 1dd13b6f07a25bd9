package dev.lintel.ui.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.VisitorDoors.Visit;
import dev.lintel.domain.access.VisitorDoors.VisitorDoor;
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

        String page = html.page(visit, "s3cret", new VisitorNews("opened", "<i>x</i>"));

        assertThat(page)
                .contains("&lt;script&gt;Otto&lt;/script&gt;", "&lt;House&gt;", "&lt;i&gt;x&lt;/i&gt;")
                .contains("Gate&quot;&gt;&lt;img")
                .contains("/g/s3cret/door?device=d%201&amp;point=in")
                .doesNotContain("<script", "<i>", "<img src=x");
    }

    @Test
    void tellsTheClockOnTheWallOfTheHouse() {
        assertThat(html.page(visit(NOW.plusSeconds(60), "Gate", ReasonCode.GRANTED), "s", null))
                .contains("Sun 22 Nov 2026, 10:00", "Europe/Kyiv");
    }

    @Test
    void offersNoDoorThatWouldStayShut() {
        assertThat(html.page(visit(NOW.plusSeconds(60), "Gate", ReasonCode.OUTSIDE_SCHEDULE), "s", null))
                .contains("Closed to visitors at this hour")
                .doesNotContain("Open the door");
    }

    @Test
    void keepsTheCodeOfAPassThatIsOver() {
        assertThat(html.page(visit(NOW, "Gate", ReasonCode.EXPIRED), "s", null))
                .contains("This pass has expired")
                .doesNotContain("data:image/png", "Open the door");
    }

    private static Visit visit(Instant until, String door, ReasonCode reason) {
        return new Visit(APass.until(until), "<House>", KYIV, List.of(new VisitorDoor("d 1", door, "in", reason)));
    }
}
