package dev.lintel.domain.listing;

import dev.lintel.domain.permission.Actor;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** Remembers which columns of a list an account wants to see. */
@Service
public class ChosenColumns {
    private static final int MOST = 100;

    private final JdbcTemplate jdbc;

    ChosenColumns(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The columns' keys; empty when the account has not chosen. */
    public List<String> of(Actor actor, String list) {
        return jdbc
                .query(
                        "select columns from list_columns where account_id = ? and list = ?",
                        (row, number) ->
                                List.of((String[]) row.getArray("columns").getArray()),
                        actor.account(),
                        list)
                .stream()
                .findFirst()
                .orElse(List.of());
    }

    /** Does nothing for whoever has no account. */
    public void keep(Actor actor, String list, Collection<String> columns) {
        if (actor.account() != null) {
            jdbc.update("""
                    insert into list_columns (account_id, list, columns) values (?, ?, ?)
                    on conflict (account_id, list) do update set columns = excluded.columns""", actor.account(), list, columns.stream().limit(MOST).toArray(String[]::new));
        }
    }
}
