package dev.lintel.domain.user.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.user.dashboard.DashboardRefusedException.Reason;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;

@Tag("DA-5")
@Import(DashboardsIT.Widgets.class)
class DashboardsIT extends DatabaseIT {
    @Autowired
    Dashboards dashboards;

    @Autowired
    JdbcTemplate jdbc;

    private Actor anna;
    private Actor olena;

    @TestConfiguration(proxyBeanMethods = false)
    static class Widgets {
        @Bean
        @Order(2)
        DashboardWidget logWidget() {
            return widget("log", 4, 6, Permission.ACS_LOG_VIEW);
        }

        @Bean
        @Order(1)
        DashboardWidget usersWidget() {
            return widget("users", 1, 1, Permission.USER_VIEW);
        }

        private static DashboardWidget widget(String key, int width, int height, Permission needed) {
            return new DashboardWidget() {
                @Override
                public String key() {
                    return key;
                }

                @Override
                public WidgetSize usualSize() {
                    return new WidgetSize(width, height);
                }

                @Override
                public boolean isFor(Actor actor) {
                    return actor.may(needed);
                }
            };
        }
    }

    @BeforeEach
    void people() {
        jdbc.update("delete from account");
        anna = actor("anna", Permission.USER_VIEW, Permission.ACS_LOG_VIEW);
        olena = actor("olena", Permission.USER_VIEW, Permission.ACS_LOG_VIEW);
    }

    @Test
    void beginsAsUsualAndKeepsWhatEachHasArranged() {
        assertThat(dashboards.of(anna)).containsExactly(placed("users", true, 1, 1), placed("log", true, 4, 6));

        dashboards.arrange(anna, List.of(placed("log", true, 6, 8), placed("users", false, 2, 1)));

        assertThat(dashboards.of(anna)).containsExactly(placed("log", true, 6, 8), placed("users", false, 2, 1));
        assertThat(dashboards.of(olena)).containsExactly(placed("users", true, 1, 1), placed("log", true, 4, 6));
        assertThat(dashboards.reset(anna)).isEqualTo(dashboards.of(olena));
    }

    @Test
    void whatIsNotNamedStandsBehindTheOthers() {
        assertThat(dashboards.arrange(anna, List.of(placed("log", true, 3, 3))))
                .containsExactly(placed("log", true, 3, 3), placed("users", true, 1, 1));
    }

    @Test
    void whatSomebodyMayNotSeeIsUnknownAndLeftOut() {
        dashboards.arrange(anna, List.of(placed("log", true, 3, 3), placed("users", true, 1, 1)));
        Actor demoted =
                new Actor("anna", Objects.requireNonNull(anna.account()), Set.of(Permission.USER_VIEW), null, null);

        assertThat(dashboards.of(demoted)).containsExactly(placed("users", true, 1, 1));
        assertThatThrownBy(() -> dashboards.arrange(demoted, List.of(placed("log", true, 3, 3))))
                .isInstanceOfSatisfying(DashboardRefusedException.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN);
                    assertThat(refused.index()).isZero();
                });
    }

    @Test
    void nothingIsStoredOfALayoutThatIsRefused() {
        PlacedWidget users = placed("users", false, 2, 2);

        assertThatThrownBy(() -> dashboards.arrange(anna, List.of(users, users)))
                .isInstanceOfSatisfying(DashboardRefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.TWICE));
        assertThat(dashboards.of(anna)).isEqualTo(dashboards.of(olena));
        assertThatThrownBy(() -> new WidgetSize(7, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WidgetSize(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static PlacedWidget placed(String widget, boolean shown, int width, int height) {
        return new PlacedWidget(widget, shown, new WidgetSize(width, height));
    }

    private Actor actor(String login, Permission... permissions) {
        long account = Objects.requireNonNull(jdbc.queryForObject(
                "insert into account (login, password_hash, must_change_password, locale) values (?, '', false, 'en')"
                        + " returning id",
                Long.class,
                login));
        return new Actor(login, account, Set.of(permissions), null, null);
    }
}
