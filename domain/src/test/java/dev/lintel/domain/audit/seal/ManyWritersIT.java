package dev.lintel.domain.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.TestPostgres;
import dev.lintel.domain.Together;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.RecordChanged;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes of one server, on each of which many people change things at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyWritersIT {
    private static final int WRITERS = 8;
    private static final int CHANGES = 60;

    private final String database = TestPostgres.freshDatabase();
    private final List<ConfigurableApplicationContext> nodes = List.of(node(), node());

    @AfterAll
    void stop() {
        nodes.forEach(ConfigurableApplicationContext::close);
    }

    private ConfigurableApplicationContext node() {
        return new SpringApplicationBuilder(DatabaseIT.Domain.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + database,
                        "spring.datasource.username=postgres",
                        "spring.main.banner-mode=off")
                .run();
    }

    @Test
    void allTogetherMakeOneUnbrokenChainOfEachProject() throws Exception {
        long seed = Long.getLong("lintel.seed", System.nanoTime());
        System.out.println("ManyWritersIT seed " + seed);
        AtomicInteger writers = new AtomicInteger();

        Together.run(WRITERS, () -> {
            int writer = writers.getAndIncrement();
            write(nodes.get(writer % 2), writer, new Random(seed + writer));
            return writer;
        });

        await().untilAsserted(() -> assertThat(reports()).allMatch(report -> report.waiting() == 0));
        assertThat(reports()).hasSizeGreaterThanOrEqualTo(3).allMatch(ChainReport::isWhole);
        assertThat(reports().stream().mapToLong(ChainReport::seals).sum())
                .isEqualTo(nodes.getFirst()
                        .getBean(JdbcTemplate.class)
                        .queryForObject("select count(*) from audit_entry", Long.class));
    }

    @Test
    void anEntryThatIsCommittedLateIsSealedAfterHigherIds() {
        ConfigurableApplicationContext here = nodes.getFirst();
        here.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            change(here, 9L, "late");
            CompletableFuture.runAsync(() -> change(nodes.getLast(), 9L, "early"))
                    .join();
            await().untilAsserted(() -> assertThat(names(9)).containsExactly("early"));
        });

        await().untilAsserted(() -> assertThat(names(9)).containsExactly("early", "late"));
        assertThat(reports()).allMatch(ChainReport::isWhole);
    }

    private List<String> names(long project) {
        return nodes.getLast().getBean(JdbcTemplate.class).queryForList("""
                select e.record_name from log_seal s join log_chain c on c.id = s.chain
                join audit_entry e on e.id = s.entry where c.project = ? order by s.number""", String.class, project);
    }

    /** Changes in transactions of random length, of which some are undone. */
    private static void write(ConfigurableApplicationContext node, int writer, Random random) {
        TransactionTemplate transactions = node.getBean(TransactionTemplate.class);
        for (int i = 0; i < CHANGES; i++) {
            Long project = random.nextInt(3) == 0 ? null : 1L + random.nextInt(2);
            String name = writer + "/" + i;
            transactions.executeWithoutResult(status -> {
                change(node, project, name);
                LockSupport.parkNanos(random.nextInt(5_000_000));
                if (random.nextInt(5) == 0) {
                    status.setRollbackOnly();
                }
            });
        }
    }

    private List<ChainReport> reports() {
        return nodes.getFirst().getBean(LogVerification.class).verify(Actor.server(), List.of(), progress -> {});
    }

    private static void change(ConfigurableApplicationContext node, @Nullable Long project, String name) {
        node.publishEvent(
                new RecordChanged(Actor.server(), project, "group", name, name, Map.of(), Map.of("name", name)));
    }
}
