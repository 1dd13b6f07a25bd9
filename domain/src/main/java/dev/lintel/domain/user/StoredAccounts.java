package dev.lintel.domain.user;

import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The accounts that are kept. */
interface StoredAccounts extends Repository<StoredAccount, Long> {
    Optional<StoredAccount> findById(long id);

    Optional<StoredAccount> findByLogin(String login);

    /** Case does not count in an e-mail address. */
    @Query(nativeQuery = true, value = "select * from account where lower(email) = lower(:email)")
    Optional<StoredAccount> findByEmail(String email);

    /** One statement, so that of two nodes that start at once only one makes it. */
    @Modifying
    @Query(nativeQuery = true, value = """
            insert into account (login, password_hash, must_change_password, locale)
            select :login, :hash, true, :locale where not exists (select from account)
            on conflict do nothing""")
    int addFirst(String login, String hash, String locale);
}
