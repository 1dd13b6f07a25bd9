package dev.lintel.domain.user;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.lintel.domain.permission.Permission;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An API token as it is kept: everything but the secret. */
@Entity
@Table(name = "api_token")
class StoredToken {
    /** The time of the last use is good to the minute; more would be a write for every request. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @ManyToOne
    @JoinColumn(name = "account_id")
    private StoredAccount account;

    private String name;
    private byte[] secretHash;
    private String[] permissions;
    private Instant created;
    private @Nullable Instant expires;
    private @Nullable Instant lastUsed;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected StoredToken() {}

    StoredToken(
            StoredAccount account,
            String name,
            byte[] secretHash,
            Set<Permission> permissions,
            Instant created,
            @Nullable Instant expires) {
        this.account = account;
        this.name = name;
        this.secretHash = secretHash;
        this.permissions = permissions.stream().map(Permission::code).sorted().toArray(String[]::new);
        this.created = created;
        this.expires = expires;
    }

    Account account() {
        return account.account();
    }

    String name() {
        return name;
    }

    boolean isValid(Instant at) {
        return expires == null || at.isBefore(expires);
    }

    boolean isUseToBeNoted(Instant at) {
        return lastUsed == null || !at.isBefore(lastUsed.plus(USE_NOTED_EVERY));
    }

    long id() {
        return id;
    }

    Set<Permission> permissions() {
        return permissions(permissions);
    }

    /** A code that this version does not know permits nothing. */
    static Set<Permission> permissions(String[] codes) {
        return Arrays.stream(codes)
                .map(Permission::ofCode)
                .flatMap(Optional::stream)
                .collect(toUnmodifiableSet());
    }

    ApiToken token() {
        return new ApiToken(id, name, account.account().login(), permissions(), created, expires, lastUsed);
    }
}
