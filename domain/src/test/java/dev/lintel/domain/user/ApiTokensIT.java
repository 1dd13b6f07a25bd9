package dev.lintel.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.Tables;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class ApiTokensIT extends DatabaseIT {
    private static final Set<Permission> READ = Set.of(Permission.ACS_LOG_VIEW, Permission.DEVICE_VIEW);

    @Autowired
    Accounts accounts;

    @Autowired
    ApiTokens tokens;

    @Autowired
    ApiTokenList list;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private Actor admin = Actor.server();

    @BeforeEach
    void anAdministrator() {
        accounts.createFirstAdministrator();
        admin = accounts.actor(accounts.byLogin("admin").orElseThrow());
    }

    @Test
    void aTokenOfAnAccountThatIsGoneProvesNothing() {
        String secret = tokens.issue(admin, "orphan", READ, null).secret();

        jdbc.update("delete from account where id = ?", Accounts.own(admin));

        assertThat(tokens.authenticate(secret)).isEmpty();
    }

    @Test
    void actsForItsAccountWithItsOwnPermissionsOnly() {
        ApiToken.Issued issued = tokens.issue(admin, "reader", READ, null);

        Actor bearer = tokens.authenticate(issued.secret()).orElseThrow();

        assertThat(bearer.name()).isEqualTo("admin/reader");
        assertThat(bearer.permissions()).isEqualTo(READ);
        assertThat(bearer.projects()).isNull();
        assertThat(issued.secret()).matches("lintel_[A-Za-z0-9_-]{43}");
    }

    @Test
    void keepsAHashOnly() {
        ApiToken.Issued issued = tokens.issue(admin, "hashed", READ, null);

        assertThat(Tables.rows(jdbc))
                .anyMatch(row -> row.contains("hashed"))
                .noneMatch(row -> row.contains(issued.secret().substring("lintel_".length())));
    }

    @Test
    void nobodyGivesMoreThanTheyHold() {
        Actor guard = new Actor("admin", Set.of(Permission.DEVICE_VIEW));

        assertThatThrownBy(() -> tokens.issue(guard, "more", READ, null)).isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void aTokenMakesNoTokens() {
        ApiToken.Issued issued = tokens.issue(admin, "admin", EnumSet.allOf(Permission.class), null);
        Actor bearer = tokens.authenticate(issued.secret()).orElseThrow();

        assertThatThrownBy(() -> tokens.issue(bearer, "child", READ, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(own(bearer)).isEmpty();
        assertThat(tokens.revoke(bearer, issued.token().id())).isFalse();
    }

    @Test
    void worksUntilItExpires() {
        Instant expires = clock.instant().plus(Duration.ofHours(1));
        String secret = tokens.issue(admin, "short", READ, expires).secret();

        clock.set(expires.minusNanos(1));
        assertThat(tokens.authenticate(secret)).isPresent();
        clock.set(expires);
        assertThat(tokens.authenticate(secret)).isEmpty();
    }

    @Test
    void doesNotWorkOnceItIsRevoked() {
        ApiToken.Issued issued = tokens.issue(admin, "revoked", READ, null);

        assertThat(tokens.revoke(admin, issued.token().id())).isTrue();

        assertThat(tokens.authenticate(issued.secret())).isEmpty();
        assertThat(own(admin)).extracting(ApiToken::name).doesNotContain("revoked");
        assertThat(tokens.revoke(admin, issued.token().id())).isFalse();
    }

    @Test
    void notesItsLastUseToTheMinute() {
        ApiToken.Issued issued = tokens.issue(admin, "used", READ, null);
        Instant start = clock.instant();

        tokens.authenticate(issued.secret());
        clock.forward(Duration.ofSeconds(59));
        tokens.authenticate(issued.secret());
        assertThat(lastUse(issued)).isEqualTo(start);

        clock.forward(Duration.ofSeconds(1));
        tokens.authenticate(issued.secret());
        assertThat(lastUse(issued)).isEqualTo(start.plusSeconds(60));
    }

    @Test
    void listsTheNewestFirst() {
        tokens.issue(admin, "older", READ, null);
        tokens.issue(admin, "newer", READ, null);

        assertThat(own(admin)).extracting(ApiToken::name).startsWith("newer", "older");
    }

    @Test
    void findsThoseThatHoldAPermission() {
        tokens.issue(admin, "finder", READ, null);
        tokens.issue(admin, "other", Set.of(Permission.USER_VIEW), null);

        ListQuery<ApiToken> holders = QueryText.read(
                list.listing(), Map.of("permission", List.of("device.view"), "filter", List.of("name:has:FIND")));
        assertThat(list.page(admin, holders, null, 10).rows())
                .extracting(ApiToken::name)
                .contains("finder")
                .doesNotContain("other");
        Actor namesake = new Actor("somebody", Set.of(Permission.values()));
        assertThat(list.page(namesake, holders, null, 10).rows()).isEmpty();
    }

    private List<ApiToken> own(Actor actor) {
        return list.page(actor, ListQuery.everything(list.listing()), null, 100).rows();
    }

    private @Nullable Instant lastUse(ApiToken.Issued issued) {
        return own(admin).stream()
                .filter(token -> token.id() == issued.token().id())
                .findFirst()
                .orElseThrow()
                .lastUsed();
    }
}
