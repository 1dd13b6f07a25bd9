package dev.lintel.domain.user;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The API tokens that are kept. */
interface StoredTokens extends Repository<StoredToken, Long> {
    StoredToken save(StoredToken token);

    Optional<StoredToken> findBySecretHash(byte[] hash);

    Optional<StoredToken> findByIdAndAccount(long id, StoredAccount account);

    void deleteById(long id);

    /** A statement of its own: the token may be revoked at the same moment, and then nothing happens. */
    @Modifying
    @Query("update StoredToken t set t.lastUsed = :at where t.id = :id")
    void noteUse(long id, Instant at);
}
