package dev.lintel.domain.access;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.site.Sites;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AccessServiceIT extends DatabaseIT {
    private static final RequestOrigin MQTT = new RequestOrigin(Channel.MQTT, null, null);

    @Autowired
    Sites sites;

    @Autowired
    AccessService access;

    @Autowired
    AcsLog log;

    @Autowired
    AccessDecisionPoint decisionPoint;

    @Test
    void logsWhatItAnswers() throws IOException {
        load("answers");

        AccessAnswer answer = access.ask(card("answers"), MQTT);

        RecordedDecision logged = logged(answer);
        assertThat(answer.decision().isGranted()).isTrue();
        assertThat(logged.decision()).isEqualTo(answer.decision());
        assertThat(logged.facts()).isEqualTo(answer.facts());
        assertThat(logged.entry().ownerName()).isEqualTo("Olena Коваль");
        assertThat(logged.entry().deviceName()).isEqualTo("House · AA-12");
    }

    @Test
    void spendsTheLastPassOnceHoweverManyAsk() throws Exception {
        load("last");

        List<AccessAnswer> answers = together(32, () -> access.ask(code("last"), MQTT));

        assertThat(answers).filteredOn(answer -> answer.decision().isGranted()).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !answer.decision().isGranted())
                .extracting(answer -> answer.decision().reason())
                .containsOnly(ReasonCode.PASSES_USED_UP);
        assertThat(answers).extracting(AccessAnswer::logId).doesNotContainNull().doesNotHaveDuplicates();
    }

    private RecordedDecision logged(AccessAnswer answer) {
        return log.get(Actor.server(), requireNonNull(answer.logId())).orElseThrow();
    }

    private void load(String name) throws IOException {
        sites.load(Actor.server(), file(house(name)), false, progress -> {});
    }

    private static AccessRequest card(String house) {
        return new AccessRequest(house + "-1", null, null, IdentifierType.CARD, "00:BC:61:4E", SettableClock.START);
    }

    private static AccessRequest code(String house) {
        return new AccessRequest(house + "-1", null, null, IdentifierType.ACCESS_CODE, "4711", SettableClock.START);
    }

    private static <T> List<T> together(int threads, Callable<T> task) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : pool.invokeAll(java.util.Collections.nCopies(threads, task))) {
                results.add(result.get());
            }
            return results;
        }
    }
}
