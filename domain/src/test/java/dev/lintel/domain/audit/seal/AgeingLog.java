package dev.lintel.domain.audit.seal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AccessService;
import dev.lintel.domain.access.Channel;
import dev.lintel.domain.access.RequestOrigin;
import dev.lintel.domain.audit.LogRetention;
import dev.lintel.domain.audit.OldEntries;
import dev.lintel.domain.audit.Retention;
import dev.lintel.domain.audit.Retention.Unit;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.site.Sites;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A sealed ACS log with passes of long ago and of late, of which the old ones go at night. */
abstract class AgeingLog extends DatabaseIT {
    static final Retention MONTH = new Retention(30, Unit.DAYS);

    @Autowired
    Sites sites;

    @Autowired
    AccessService access;

    @Autowired
    LogRetention retention;

    @Autowired
    OldEntries oldEntries;

    @Autowired
    LogVerification verification;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    /** The name of the chain that seals it. */
    abstract String chainName();

    /** Passes at a device, one a second, and more of them a hundred days later; all are sealed by then. */
    final void passesOfLongAgoAndOfLate(String serial, int old, int young) {
        Instant start = clock.instant();
        passes(serial, old);
        await().untilAsserted(() -> assertThat(report().seals()).isEqualTo(old));
        clock.set(start.plus(Duration.ofDays(100)));
        passes(serial, young);
        await().untilAsserted(() -> assertThat(report().seals()).isEqualTo(old + young));
    }

    final void passes(String serial, int count) {
        for (int i = 0; i < count; i++) {
            clock.forward(Duration.ofSeconds(1));
            pass(serial);
        }
    }

    final void pass(String serial) {
        access.ask(
                new AccessRequest(serial, null, null, IdentifierType.CARD, "12345678", clock.instant()),
                new RequestOrigin(Channel.MQTT, null, null));
    }

    final void aNightLater() throws InterruptedException {
        clock.forward(Duration.ofDays(1));
        oldEntries.removeDue();
    }

    final ChainReport report(ExpectedHead... expected) {
        return report(Stretch.SEALS, expected);
    }

    final ChainReport report(long stretch, ExpectedHead... expected) {
        return verification.verify(Actor.server(), List.of(expected), progress -> {}, stretch).stream()
                .filter(report -> report.chain().equals(chainName()))
                .findFirst()
                .orElseThrow();
    }

    final long number(String sql, Object... parameters) {
        return requireNonNull(jdbc.queryForObject(sql, Long.class, parameters));
    }
}
