package dev.lintel.domain.user.invitation;

import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.permission.Secrets;
import dev.lintel.domain.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Links that accounts are sent, each good once and for a while. The database has a hash of them only. */
@Component
class AccountLinks {
    /** An account of the server has no person. */
    private static final String OWNERS = """
            select a.id, a.login, a.project_id, a.person_id, a.locale, p.suspended is true as suspended,
                   coalesce(p.name, nullif(a.name, ''), a.login) as name, coalesce(p.email, a.email, a.login) as email
            from account a left join person p on p.project_id = a.project_id and p.id = a.person_id
            where\s""";

    private static final String LOGS_IN_WITH =
            "(lower(a.login) = lower(?) or lower(coalesce(p.email, a.email)) = lower(?))"
                    + " and position('@' in coalesce(p.email, a.email, a.login)) > 1";

    private static final RowMapper<Owner> OWNER = (row, number) -> new Owner(
            row.getLong("id"),
            row.getString("login"),
            row.getObject("project_id", Long.class),
            row.getString("person_id"),
            row.getString("name"),
            row.getString("email"),
            Locale.forLanguageTag(row.getString("locale")),
            row.getBoolean("suspended"));

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final JdbcTemplate jdbc;
    private final ProjectStore projects;
    private final Settings settings;
    private final ProofTries tries;
    private final InstantSource clock;

    AccountLinks(JdbcTemplate jdbc, ProjectStore projects, Settings settings, ProofTries tries, InstantSource clock) {
        this.jdbc = jdbc;
        this.projects = projects;
        this.settings = settings;
        this.tries = tries;
        this.clock = clock;
    }

    enum Purpose {
        /** A new password, asked for by whoever forgot the old one. */
        PASSWORD,
        /** A new password, too, but sent by an administrator. */
        HELP,
        /** To show that a new e-mail address is one's own. */
        EMAIL
    }

    /**
     * Whose account it is.
     *
     * @param email where mail reaches them; the login when there is none
     */
    record Owner(
            long account,
            String login,
            @Nullable Long project,
            @Nullable String person,
            String name,
            String email,
            Locale language,
            boolean suspended) {}

    /**
     * A link that was shown.
     *
     * @param email where it was sent to
     */
    record Proven(long account, String email) {}

    /** Where links begin; null while the server does not know its own address. */
    @Nullable
    URI server() {
        return settings.inForce().serverUrl();
    }

    /** Whether whoever forgot the password may help themselves. */
    boolean mayRecover() {
        return settings.inForce().recovery();
    }

    void beginMail(String email, String address) {
        tries.beginMail(email, address);
    }

    void beginMail(String email) {
        tries.beginMail(email);
    }

    /** Who logs in with that address, and may. */
    Optional<Owner> owner(String email) {
        return jdbc.query(OWNERS + LOGS_IN_WITH, OWNER, email, email).stream()
                .filter(owner -> !owner.suspended())
                .findFirst();
    }

    Optional<Owner> owner(long account) {
        return jdbc.query(OWNERS + "a.id = ?", OWNER, account).stream().findFirst();
    }

    /** The new address that an account has yet to confirm. */
    Optional<EmailChange> waiting(long account) {
        return jdbc
                .query(
                        "select email, expires from account_link where account_id = ? and purpose = 'EMAIL'",
                        (row, number) -> {
                            Instant expires = row.getObject("expires", OffsetDateTime.class)
                                    .toInstant();
                            return new EmailChange(row.getString("email"), expires, !expires.isAfter(clock.instant()));
                        },
                        account)
                .stream()
                .findFirst();
    }

    /** The project of whoever was sent the link; empty for an account of the server, and when there is no such link. */
    Optional<Long> projectOf(String secret) {
        return jdbc.queryForList("""
                        select a.project_id from account_link l join account a on a.id = l.account_id
                        where l.link_hash = ? and a.project_id is not null""", Long.class, (Object) Secrets.hash(secret)).stream()
                .findFirst();
    }

    /**
     * A link as it is sent.
     *
     * @param expires first instant at which it is no longer good
     */
    record Made(String secret, Instant expires) {
        @Override
        public String toString() {
            return "Made[…]";
        }
    }

    /** A new link in place of an earlier one for the same purpose. */
    Made make(long account, Purpose purpose, String email, Duration goodFor) {
        Made made = new Made(Secrets.token(), clock.instant().plus(goodFor));
        jdbc.update(
                """
                insert into account_link (account_id, purpose, link_hash, email, expires) values (?, ?, ?, ?, ?)
                on conflict (account_id, purpose) do update set
                    link_hash = excluded.link_hash, email = excluded.email, expires = excluded.expires""",
                account,
                purpose.name(),
                Secrets.hash(made.secret()),
                email,
                made.expires().atOffset(ZoneOffset.UTC));
        return made;
    }

    /**
     * What a link is good for; empty when it is not, or no longer.
     *
     * @throws TooManyProofsException when too many were wrong
     */
    Optional<Proven> proven(Set<Purpose> purposes, String secret, String address) {
        Proof.Link proof = new Proof.Link(secret);
        tries.begin(proof, address);
        Optional<Proven> found = jdbc
                .query(
                        """
                        select account_id, email from account_link
                        where link_hash = ? and purpose = any (?) and expires > ? for update""",
                        (row, number) -> new Proven(row.getLong("account_id"), row.getString("email")),
                        Secrets.hash(secret),
                        purposes.stream().map(Purpose::name).toArray(String[]::new),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .stream()
                .findFirst();
        found.ifPresent(link -> tries.succeeded(proof, address));
        return found;
    }

    void delete(long account, Purpose purpose) {
        jdbc.update("delete from account_link where account_id = ? and purpose = ?", account, purpose.name());
    }

    void deleteAll(long account) {
        jdbc.update("delete from account_link where account_id = ?", account);
    }

    /** When something ends that begins now, by the clock on the wall of the project. */
    String wallClock(@Nullable Long project, Duration goodFor) {
        ZoneId zone = Optional.ofNullable(project)
                .flatMap(projects::byId)
                .map(Project::timeZone)
                .orElse(ZoneOffset.UTC);
        return MOMENT.format(clock.instant().plus(goodFor).atZone(zone));
    }
}
