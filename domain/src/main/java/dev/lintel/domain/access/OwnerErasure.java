package dev.lintel.domain.access;

import dev.lintel.domain.access.AccessFacts.GrantFact;
import dev.lintel.domain.access.AccessFacts.HolderFact;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.access.AccessFacts.Via;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a person out of the ACS log: what was presented, the identifier, its owner and the groups that tell where they
 * live. What is left still decides as it did, so that it can be explained and replayed.
 */
@Component
public class OwnerErasure {
    /** Stands where the value stood that was presented. */
    private static final String GONE = "…";

    private static final int AT_ONCE = 500;

    private final JdbcTemplate jdbc;
    private final SoughtWords words;

    OwnerErasure(JdbcTemplate jdbc, SoughtWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /**
     * Ids of the entries that tell of the person, ascending: of what was theirs at that moment, and of what is theirs and
     * was presented before or after the server knew it.
     *
     * @param values numbers of cards and the like
     */
    public List<Long> entries(long project, String person, Collection<String> values) {
        return jdbc.queryForList("""
                select id from acs_log where project_id = ? and owner_id = ?
                union select id from acs_log where project_id = ? and owner_id is null and presented = any (?)
                order by id""", Long.class, project, person, project, values.toArray(String[]::new));
    }

    /** Those of these entries that tell of the person. */
    public List<Long> among(List<Long> entries, long project, String person) {
        return jdbc.queryForList(
                "select id from acs_log where id = any (?) and project_id = ? and owner_id = ?",
                Long.class,
                entries.toArray(Long[]::new),
                project,
                person);
    }

    /** Puts the pseudonym in the person's place. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(List<Long> entries, String pseudonym) {
        for (int from = 0; from < entries.size(); from += AT_ONCE) {
            Long[] some = entries.subList(from, Math.min(entries.size(), from + AT_ONCE))
                    .toArray(Long[]::new);
            List<RecordedDecision> found =
                    jdbc.query("select * from acs_log where id = any (?)", AcsLogRows.DECISION, (Object) some);
            jdbc.batchUpdate(
                    """
                    update acs_log set presented = ?, identifier_id = ?, owner_id = ?, owner_name = ?,
                        sought_owner = ?, sought_identifier = ?, facts = ?::jsonb, decision = ?::jsonb
                    where id = ?""",
                    found.stream().map(decision -> row(decision, pseudonym)).toList());
            renewWords(found.stream().map(RecordedDecision::entry).toList(), pseudonym);
        }
    }

    private void renewWords(List<AcsLogEntry> replaced, String pseudonym) {
        Map<Long, List<AcsLogEntry>> byProject = replaced.stream()
                .filter(entry -> entry.project() != null)
                .collect(Collectors.groupingBy(entry -> Objects.requireNonNull(entry.project())));
        byProject.forEach((project, entries) -> {
            words.renew(project, SoughtWords.Of.OWNER, ids(entries.stream().map(AcsLogEntry::ownerId), pseudonym));
            words.renew(
                    project,
                    SoughtWords.Of.IDENTIFIER,
                    ids(entries.stream().map(AcsLogEntry::identifierId), pseudonym));
        });
    }

    private static Set<String> ids(Stream<@Nullable String> known, String pseudonym) {
        return Stream.concat(known.filter(Objects::nonNull), Stream.of(pseudonym))
                .collect(Collectors.toSet());
    }

    /** Before entries go for their age: forgets by what texts they are found and no other is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetWords(List<Long> entries) {
        words.forget(entries);
    }

    private static Object[] row(RecordedDecision recorded, String pseudonym) {
        return new Object[] {
            GONE,
            pseudonym,
            pseudonym,
            pseudonym,
            AcsLogStore.sought(pseudonym),
            AcsLogStore.sought(GONE) + '\n' + AcsLogStore.sought(pseudonym),
            DecisionJson.write(facts(recorded.facts(), pseudonym)),
            DecisionJson.write(decision(recorded.decision(), pseudonym)),
            recorded.entry().id()
        };
    }

    private static AccessFacts facts(AccessFacts facts, String pseudonym) {
        return facts.with(
                identifier(facts.identifier(), pseudonym),
                holder(facts.holder(), pseudonym),
                facts.grants().stream().map(grant -> grant(grant, pseudonym)).toList());
    }

    private static @Nullable IdentifierFact identifier(@Nullable IdentifierFact fact, String pseudonym) {
        return fact == null ? null : fact.called(pseudonym);
    }

    private static @Nullable HolderFact holder(@Nullable HolderFact fact, String pseudonym) {
        return fact == null
                ? null
                : new HolderFact(
                        pseudonym,
                        fact.profile(),
                        fact.suspended(),
                        List.of(),
                        fact.groupTypes(),
                        fact.family(),
                        fact.marker());
    }

    private static GrantFact grant(GrantFact fact, String pseudonym) {
        return new GrantFact(
                fact.restriction(),
                fact.guestUsable(),
                fact.heldByOwner(),
                fact.via().stream().map(via -> new Via(via.kind(), pseudonym)).toList(),
                fact.lines(),
                fact.schedules());
    }

    private static Decision decision(Decision decision, String pseudonym) {
        return new Decision(
                decision.verdict(),
                decision.reason(),
                decision.locks(),
                decision.restrictions(),
                decision.considered(),
                decision.rules(),
                decision.obligations().stream()
                        .map(obligation -> obligation instanceof Obligation.CountPass
                                ? new Obligation.CountPass(pseudonym)
                                : obligation)
                        .toList(),
                decision.ruleVersion(),
                decision.until(),
                decision.policies());
    }
}
