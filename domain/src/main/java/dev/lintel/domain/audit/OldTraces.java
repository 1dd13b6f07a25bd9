package dev.lintel.domain.audit;

import dev.lintel.domain.access.OwnerErasure;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of the rest when entries of the ACS log go for their age. */
@Component
class OldTraces {
    private final OwnerErasure passes;
    private final JdbcTemplate jdbc;

    OldTraces(OwnerErasure passes, JdbcTemplate jdbc) {
        this.passes = passes;
        this.jdbc = jdbc;
    }

    /**
     * An identifier that opened a door long ago has been used, whether or not the entry is still there. One
     * that somebody deletes at this moment is passed over: whoever does so may wait for us.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepLastUses(List<Long> entries) {
        jdbc.update("""
                with used as (
                    select project_id, identifier_id, max(at) as at from acs_log
                    where id = any (?) and verdict = 'GRANT' and identifier_id is not null
                    group by project_id, identifier_id),
                there as (
                    select i.project_id, i.id from identifier i
                    join used u on u.project_id = i.project_id and u.identifier_id = i.id
                    for key share of i skip locked)
                insert into identifier_last_use (project_id, identifier_id, at)
                select u.project_id, u.identifier_id, u.at from used u
                join there t on t.project_id = u.project_id and t.id = u.identifier_id
                on conflict (project_id, identifier_id)
                do update set at = greatest(identifier_last_use.at, excluded.at)""", (Object) entries.toArray(Long[]::new));
    }

    /** Nobody is found by a name that is in no entry any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetWords(List<Long> entries) {
        passes.forgetWords(entries);
    }

    /** Devices told of some of these passes. Their keys stay, so that an event that comes once more is known. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void emptyEvents(List<Long> entries) {
        jdbc.update("""
                update device_event e set details = '{}' from acs_log l
                where l.id = any (?) and l.event_key is not null
                  and e.device_serial = l.device_serial and e.key = l.event_key""", (Object) entries.toArray(Long[]::new));
    }
}
