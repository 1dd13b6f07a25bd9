package dev.lintel.domain.audit.seal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Where a chain begins: at its start, or behind what was removed because it was too old.
 *
 * @param after number of the seal before the first one
 * @param hash what the first one follows
 * @param ahead numbers of later seals whose entries were removed as well
 * @param removed null while nothing was
 * @param recorded whether a sealed entry of the audit says the same
 */
record Beginning(
        long after, byte[] hash, Set<Long> ahead, @Nullable Removed removed, boolean recorded) {
    /** No removal takes longer: what is there after that was not left over by one. */
    private static final Duration LONGEST = Duration.ofDays(2);

    /** The last removal, beside what the audit says of it. */
    private static final String LAST = """
            select r.*, (select sum(a.entries) from log_removal a where a.chain = r.chain and a.until <= r.until) as total,
                e.after ->> 'until' as told_until, e.after ->> 'hash' as told_hash, e.after ->> 'entries' as told_entries,
                e.after ->> 'ahead' as told_ahead, e.after ->> 'olderThan' as told_older
            from log_removal r
            left join audit_entry e on e.id = r.audit and e.action = 'REMOVED' and e.record_id = ?
                and coalesce(e.project_id, 0) = ?
                and (exists (select from log_seal s join log_chain c on c.id = s.chain
                             where c.log = 'AUDIT' and c.project = ? and s.entry = e.id)
                     or exists (select from log_waiting w
                                where w.log = 'AUDIT' and w.project = ? and w.entry = e.id))
            where r.chain = ? order by r.until desc limit 1""";

    static Beginning of(JdbcTemplate jdbc, Chain chain) {
        return jdbc
                .query(
                        LAST,
                        (row, number) -> beginning(row),
                        chain.name(),
                        chain.project(),
                        chain.project(),
                        chain.project(),
                        chain.id())
                .stream()
                .findFirst()
                .orElseGet(() -> new Beginning(0, chain.start(), Set.of(), null, true));
    }

    private static Beginning beginning(ResultSet row) throws SQLException {
        long until = row.getLong("until");
        byte[] hash = row.getBytes("hash");
        List<Long> ahead = List.of((Long[]) row.getArray("ahead").getArray());
        Instant olderThan = row.getObject("older_than", OffsetDateTime.class).toInstant();
        Map<String, String> told = told(until, hash, ahead, row.getLong("entries"), olderThan);
        boolean recorded = Objects.equals(told.get("until"), row.getString("told_until"))
                && Objects.equals(told.get("hash"), row.getString("told_hash"))
                && Objects.equals(told.get("entries"), row.getString("told_entries"))
                && Objects.equals(told.get("ahead"), row.getString("told_ahead"))
                && Objects.equals(told.get("olderThan"), row.getString("told_older"));
        return new Beginning(
                until,
                hash,
                Set.copyOf(ahead),
                new Removed(
                        until,
                        row.getLong("total"),
                        olderThan,
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("finished") == null),
                recorded);
    }

    /** What the entry of the audit says of a removal: enough that the removal cannot be another one. */
    static Map<String, String> told(long until, byte[] hash, List<Long> ahead, long entries, Instant olderThan) {
        return Map.of(
                "until", Long.toString(until),
                "hash", HexFormat.of().formatHex(hash),
                "entries", Long.toString(entries),
                "ahead", ahead.isEmpty() ? "0" : ahead.size() + ":" + digest(ahead),
                "olderThan", olderThan.toString());
    }

    private static String digest(List<Long> numbers) {
        String text = numbers.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
        return HexFormat.of().formatHex(Sha256.digest().digest(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Whether seals from before it may still be there. */
    boolean isUnderWay(Instant now) {
        return removed != null
                && removed.underWay()
                && removed.at().plus(LONGEST).isAfter(now);
    }

    /** What is as it was when it began, for somebody who has seen that head. */
    static boolean knows(JdbcTemplate jdbc, Chain chain, ExpectedHead head) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select not exists (select from log_removal where chain = ? and until = ? and encode(hash, 'hex') <> ?)",
                Boolean.class,
                chain.id(),
                head.number(),
                head.head()));
    }
}
