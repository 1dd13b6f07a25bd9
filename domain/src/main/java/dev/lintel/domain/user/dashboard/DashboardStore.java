package dev.lintel.domain.user.dashboard;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code dashboard_widget}. */
@Repository
class DashboardStore {
    private final JdbcTemplate jdbc;

    DashboardStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<PlacedWidget> read(long account) {
        return jdbc.query(
                "select widget, shown, width, height from dashboard_widget where account_id = ? order by place",
                (row, number) -> new PlacedWidget(
                        row.getString("widget"),
                        row.getBoolean("shown"),
                        WidgetSize.nearest(row.getInt("width"), row.getInt("height"))),
                account);
    }

    /** Two pages of one person may do this at once: the account's row lets the later one win as a whole. */
    void replace(long account, List<PlacedWidget> layout) {
        jdbc.queryForList("select id from account where id = ? for update", account);
        jdbc.update("delete from dashboard_widget where account_id = ?", account);
        List<Object[]> rows = new ArrayList<>();
        for (PlacedWidget placed : layout) {
            rows.add(new Object[] {
                account,
                rows.size(),
                placed.widget(),
                placed.shown(),
                placed.size().width(),
                placed.size().height()
            });
        }
        jdbc.batchUpdate(
                "insert into dashboard_widget (account_id, place, widget, shown, width, height) values (?, ?, ?, ?, ?, ?)",
                rows);
    }
}
