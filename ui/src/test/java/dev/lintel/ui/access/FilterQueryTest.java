package dev.lintel.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import dev.lintel.domain.access.AcsLogFilter;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.identifier.IdentifierType;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FilterQueryTest {
    private static final AcsLogFilter EVERYTHING_SET = new AcsLogFilter(
            7L,
            "gate",
            "12 34",
            IdentifierType.ACCESS_CODE,
            "Ольга",
            Verdict.DENY,
            ReasonCode.OUTSIDE_SCHEDULE,
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2026-01-02T00:00:00Z"));

    @Test
    void anAddressBringsItsFilterBack() {
        String address = FilterQuery.write(EVERYTHING_SET).getQueryString();
        assertThat(FilterQuery.read(QueryParameters.fromString(address))).isEqualTo(EVERYTHING_SET);
        assertThat(address).contains("type=access-code", "verdict=deny", "reason=outside-schedule");
    }

    @Test
    void noFilterIsNoQuery() {
        assertThat(FilterQuery.write(AcsLogFilter.ALL).getQueryString()).isEmpty();
        assertThat(FilterQuery.read(QueryParameters.empty())).isEqualTo(AcsLogFilter.ALL);
    }

    @Test
    void nonsenseInAnAddressFiltersNothing() {
        String nonsense =
                "project=x&type=spoon&verdict=&reason=GRANTED&from=yesterday&until=12&owner=" + "a".repeat(101);
        assertThat(FilterQuery.read(QueryParameters.fromString(nonsense))).isEqualTo(AcsLogFilter.ALL);
    }
}
