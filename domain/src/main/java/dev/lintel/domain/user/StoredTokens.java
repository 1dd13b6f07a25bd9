package dev.lintel.domain.user;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The API tokens that are kept. */
interface StoredTokens extends Repository<StoredToken, Long> {
    StoredToken save(StoredToken token);

    List<StoredToken> findByAccountOrderByIdDesc(StoredAccount account);

    Optional<StoredToken> findBySecretHash(byte[] hash);

    Optional<StoredToken> findByIdAndAccount(long id, StoredAccount account);

    void deleteById(long id);
}
