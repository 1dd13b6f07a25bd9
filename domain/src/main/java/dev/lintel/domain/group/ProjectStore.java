package dev.lintel.domain.group;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The stored projects, for services that see to permission and scope themselves. */
@Repository
public class ProjectStore {
    static final RowMapper<Project> PROJECT = (row, number) ->
            new Project(row.getLong("id"), row.getString("name"), ZoneId.of(row.getString("time_zone")));

    private final JdbcTemplate jdbc;

    public ProjectStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All of the server, by id. */
    public List<Project> all() {
        return jdbc.query("select * from project order by id", PROJECT);
    }

    public Optional<Project> byId(long id) {
        return jdbc.query("select * from project where id = ?", PROJECT, id).stream()
                .findFirst();
    }

    public Optional<Project> byName(String name) {
        return jdbc.query("select * from project where name = ?", PROJECT, name).stream()
                .findFirst();
    }

    /** A new project; empty when one has that name. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Project> add(String name, ZoneId timeZone) {
        return jdbc
                .query(
                        "insert into project (name, time_zone) values (?, ?) on conflict (name) do nothing returning *",
                        PROJECT,
                        name,
                        timeZone.getId())
                .stream()
                .findFirst();
    }

    /** @return false when another project has that name */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean rename(long id, String name) {
        boolean taken = byName(name).filter(other -> other.id() != id).isPresent();
        return !taken && jdbc.update("update project set name = ? where id = ?", name, id) == 1;
    }

    /**
     * Keeps other edits of the project waiting until this transaction is over. Rows that refer to the project may be
     * written meanwhile: devices come and go.
     *
     * @return the project; empty when there is none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Project> lock(long id) {
        return jdbc.query("select * from project where id = ? for no key update", PROJECT, id).stream()
                .findFirst();
    }
}
