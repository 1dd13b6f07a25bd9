package dev.lintel.domain.user;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Sees to it that no two people or accounts of the server have one e-mail address, whatever its case. */
@Component
public class EmailAddresses {
    private final JdbcTemplate jdbc;

    EmailAddresses(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether anybody else on the server has the address. Until the end of the transaction nobody else can take it.
     *
     * @param person id of whoever wants it; empty for somebody new
     */
    public boolean isTaken(String email, long project, String person) {
        hold(email);
        return Boolean.TRUE.equals(
                jdbc.queryForObject("""
                select exists (select from person where lower(email) = lower(?) and (project_id, id) <> (?, ?))
                    or exists (select from account where (lower(login) = lower(?) or lower(email) = lower(?))
                               and (project_id, person_id) is distinct from (?, ?))""", Boolean.class, email, project, person, email, email, project, person));
    }

    /** As {@link #isTaken(String, long, String)}, for whoever has an account, be it a person's or the server's own. */
    public boolean isTaken(String email, long account) {
        hold(email);
        return Boolean.TRUE.equals(jdbc.queryForObject("""
                select exists (select from person p where lower(p.email) = lower(?) and not exists (
                                   select from account a
                                   where a.id = ? and a.project_id = p.project_id and a.person_id = p.id))
                    or exists (select from account where (lower(login) = lower(?) or lower(email) = lower(?)) and id <> ?)""", Boolean.class, email, account, email, email, account));
    }

    /** Whether somebody logs in with the address. Files of two projects may bring one address for one person. */
    public boolean logsIn(String email) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from account where lower(login) = lower(?) or lower(email) = lower(?))",
                Boolean.class,
                email,
                email));
    }

    private void hold(String email) {
        jdbc.queryForList("select pg_advisory_xact_lock(hashtextextended('e-mail ' || lower(?), 0))::text", email);
    }
}
