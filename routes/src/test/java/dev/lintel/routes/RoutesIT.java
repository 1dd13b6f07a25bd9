package dev.lintel.routes;

import dev.lintel.RoutesUnderTest;
import dev.lintel.domain.TestPostgres;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.site.Sites;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test of routes against a real database and a real broker, both new for each test class. */
@SpringBootTest(
        classes = RoutesUnderTest.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.main.banner-mode=off", "spring.jpa.hibernate.ddl-auto=none"})
@DirtiesContext
public abstract class RoutesIT {
    protected static final TestBroker BROKER = start();

    @Autowired
    private Sites sites;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        String url = TestPostgres.freshDatabase();
        registry.add("spring.datasource.url", () -> url);
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("spring.datasource.password", () -> "");
        registry.add("lintel.mqtt.url", BROKER::url);
    }

    /**
     * Stores {@link TestSites#house}; its panels have the serial numbers {@code name-1} and {@code name-2}.
     *
     * @return id of the project
     */
    protected long house(String name) throws IOException {
        return sites.load(Actor.server(), TestSites.file(TestSites.house(name)), false, progress -> {})
                .project();
    }

    private static TestBroker start() {
        try {
            return TestBroker.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
