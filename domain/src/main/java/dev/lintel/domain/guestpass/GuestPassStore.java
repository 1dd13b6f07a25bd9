package dev.lintel.domain.guestpass;

import dev.lintel.domain.identifier.GuestIdentifiers;
import dev.lintel.domain.identifier.IssuedIdentifier;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.SealedSecrets;
import dev.lintel.domain.permission.Secrets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps what visitors are told, and finds a pass by the secret in the address of its page. */
@Repository
class GuestPassStore {
    /** 144 bits: nobody tries them all, and a link fits into a short message. */
    private static final int SECRET_BYTES = 18;

    private final GuestIdentifiers identifiers;
    private final SealedSecrets secrets;
    private final JdbcTemplate jdbc;

    GuestPassStore(GuestIdentifiers identifiers, SealedSecrets secrets, JdbcTemplate jdbc) {
        this.identifiers = identifiers;
        this.secrets = secrets;
        this.jdbc = jdbc;
    }

    /** What is told about one pass. */
    private record Told(String id, String message, String email, String phone, Locale language) {}

    /** @param condition on {@code identifier i} and its owner {@code person p} */
    List<GuestPass> find(long project, SqlCondition condition) {
        List<IssuedIdentifier> found =
                identifiers.find(SqlCondition.of("i.project_id = ?", project).and(condition));
        List<Told> told = told(project, found.stream().map(IssuedIdentifier::id).toList());
        return found.stream().map(identifier -> pass(identifier, told)).toList();
    }

    Optional<GuestPass> byId(long project, String id) {
        return find(project, SqlCondition.of("i.id = ?", id)).stream().findFirst();
    }

    Optional<GuestPass> bySecret(String secret) {
        return jdbc
                .query(
                        "select project_id, identifier_id from guest_pass where page_hash = ?",
                        (row, number) -> byId(row.getLong("project_id"), row.getString("identifier_id")),
                        (Object) Secrets.hash(secret))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<Told> told(long project, List<String> ids) {
        return jdbc.query(
                "select * from guest_pass where project_id = ? and identifier_id = any (?)",
                (row, number) -> new Told(
                        row.getString("identifier_id"),
                        row.getString("message"),
                        row.getString("email"),
                        row.getString("phone"),
                        Locale.forLanguageTag(row.getString("language"))),
                project,
                ids.toArray(String[]::new));
    }

    /** A guest's identifier that came with a site file has nothing to tell. */
    private static GuestPass pass(IssuedIdentifier identifier, List<Told> told) {
        return told.stream()
                .filter(one -> one.id().equals(identifier.id()))
                .findFirst()
                .map(one -> new GuestPass(identifier, one.message(), one.email(), one.phone(), one.language()))
                .orElseGet(() -> new GuestPass(identifier, "", "", "", Locale.ENGLISH));
    }

    void add(long project, String id, GuestPassDraft draft) {
        add(project, id, draft.message(), draft.email(), draft.phone(), draft.language());
    }

    private void add(long project, String id, String message, String email, String phone, Locale language) {
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.random(SECRET_BYTES));
        jdbc.update(
                """
                insert into guest_pass (project_id, identifier_id, message, email, phone, language, page_hash, page_sealed)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                project,
                id,
                message,
                email,
                phone,
                language.toLanguageTag(),
                Secrets.hash(secret),
                secrets.seal(secret));
    }

    /** The secret in the address of its page, made now if there was none. */
    String secretOf(GuestPass pass) {
        return secret(pass).orElseGet(() -> {
            add(pass.project(), pass.id(), "", "", "", pass.language());
            return secret(pass).orElseThrow();
        });
    }

    private Optional<String> secret(GuestPass pass) {
        return jdbc
                .queryForList(
                        "select page_sealed from guest_pass where project_id = ? and identifier_id = ?",
                        byte[].class,
                        pass.project(),
                        pass.id())
                .stream()
                .map(secrets::open)
                .findFirst();
    }
}
