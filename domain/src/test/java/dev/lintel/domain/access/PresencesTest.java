package dev.lintel.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("RU-1")
class PresencesTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final Instant NOON = Instant.parse("2026-05-04T11:00:00Z");

    @Test
    void saysWhoIsInsideSinceWhenAndThroughWhichDoor() {
        Presences there = after(List.of(went("anna", "in", 0), went("boris", "in", 1), went("boris", "out", 2)));
        assertThat(there.people(NOON, ZONE)).containsExactly(new Presences.Inside("parking", "anna", NOON, "door"));
        assertThat(there.people(NOON.plus(Duration.ofDays(1)), ZONE)).isEmpty();
    }

    @Test
    void whoIsForgottenIsOutsideAndAsIfNeverSeen() {
        Presences there = after(List.of(went("anna", "in", 0), went("boris", "in", 0), forgotten("anna", 5)));
        assertThat(there.people(NOON, ZONE))
                .extracting(Presences.Inside::person)
                .containsExactly("boris");
        assertThat(there.inside(NOON, ZONE)).isEqualTo(Map.of("parking", 1));
        assertThat(went("anna", "in", 6).apply(there).inside(NOON, ZONE)).isEqualTo(Map.of("parking", 2));
    }

    @Test
    void everybodyOfOneAreaIsForgotten() {
        Presences there = after(List.of(
                went("anna", "in", 0),
                went("boris", "in", 1),
                before -> before.with(passage("anna", "in", 1), "cellar", "user", ZONE),
                forgotten(null, 2)));
        assertThat(there.inside(NOON, ZONE)).isEqualTo(Map.of("cellar", 1));
    }

    @Test
    void inWhateverOrderNewsComeTheEndIsTheSame() {
        Random random = new Random(20261129);
        for (int world = 0; world < 300; world++) {
            List<UnaryOperator<Presences>> news = new ArrayList<>();
            for (int second = 0; second < 8; second++) {
                String who = random.nextBoolean() ? "anna" : "boris";
                news.add(
                        switch (random.nextInt(4)) {
                            case 0 -> forgotten(who, second);
                            case 1 -> forgotten(null, second);
                            case 2 -> went(who, "out", second);
                            default -> went(who, "in", second);
                        });
            }
            Presences asItHappened = after(news);
            Collections.shuffle(news, random);
            news.addAll(news.subList(0, 3));
            assertThat(after(news).people(NOON, ZONE))
                    .as("world " + world)
                    .containsExactlyInAnyOrderElementsOf(asItHappened.people(NOON, ZONE));
            assertThat(after(news).inside(NOON, ZONE)).isEqualTo(asItHappened.inside(NOON, ZONE));
        }
    }

    private static Presences after(List<UnaryOperator<Presences>> news) {
        Presences there = Presences.NOBODY;
        for (UnaryOperator<Presences> each : news) {
            there = each.apply(there);
        }
        return there;
    }

    private static UnaryOperator<Presences> went(String who, String way, int second) {
        return there -> there.with(passage(who, way, second), "parking", "user", ZONE);
    }

    private static UnaryOperator<Presences> forgotten(@Nullable String who, int second) {
        return there -> there.with(new Forgetting("parking", who, NOON.plusSeconds(second)), ZONE);
    }

    private static Passage passage(String who, String way, int second) {
        return new Passage("door", who, who + "'s card", way, NOON.plusSeconds(second), true);
    }
}
