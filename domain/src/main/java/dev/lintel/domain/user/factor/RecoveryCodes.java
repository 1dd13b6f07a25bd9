package dev.lintel.domain.user.factor;

import dev.lintel.domain.permission.Secrets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Ten ways in for somebody who has lost their device, each good once. Hashes of them are kept, nothing else. */
@Component
class RecoveryCodes {
    private static final int HOW_MANY = 10;

    /** 77 bits: letters of one case, as they are written down on paper. */
    private static final int CHARACTERS = 16;

    private static final int IN_A_GROUP = 4;

    private final JdbcTemplate jdbc;

    RecoveryCodes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** New ones in place of all that there were, as {@code abcd-efgh-jkmn-pqrs}. */
    List<String> renew(long account) {
        delete(account);
        List<String> codes =
                Stream.generate(RecoveryCodes::random).limit(HOW_MANY).toList();
        jdbc.batchUpdate(
                "insert into recovery_code (account_id, code_hash) values (?, ?)",
                codes.stream().map(code -> new Object[] {account, hash(code)}).toList());
        return codes;
    }

    void delete(long account) {
        jdbc.update("delete from recovery_code where account_id = ?", account);
    }

    int left(long account) {
        Integer count =
                jdbc.queryForObject("select count(*) from recovery_code where account_id = ?", Integer.class, account);
        return count == null ? 0 : count;
    }

    /** Uses the code up; false when it is none. */
    boolean use(long account, String typed) {
        return jdbc.update("delete from recovery_code where account_id = ? and code_hash = ?", account, hash(typed))
                == 1;
    }

    private static String random() {
        // a small L, which a capital one becomes, looks like a one
        String secret = Secrets.readable(CHARACTERS).toLowerCase(Locale.ROOT).replace('l', '2');
        return String.join("-", secret.split("(?<=\\G.{" + IN_A_GROUP + "})"));
    }

    /** Case, hyphens and spaces do not count. */
    private static byte[] hash(String code) {
        return Secrets.hash(code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }
}
