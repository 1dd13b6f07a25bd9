package dev.lintel.domain.user.own;

import dev.lintel.domain.user.ColourScheme;
import dev.lintel.domain.user.IdentifierNotation;
import dev.lintel.domain.user.Preferences;
import dev.lintel.domain.user.TimeFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The columns of {@code account} that are its owner's own. */
@Repository
class PersonalStore {
    private final JdbcTemplate jdbc;

    PersonalStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    PersonalDetails details(long account) {
        return DataAccessUtils.requiredSingleResult(jdbc.query(
                "select name, phone, address from account where id = ?",
                (row, number) ->
                        new PersonalDetails(row.getString("name"), row.getString("phone"), row.getString("address")),
                account));
    }

    void save(long account, PersonalDetails details) {
        jdbc.update(
                "update account set name = ?, phone = ?, address = ? where id = ?",
                details.name(),
                details.phone(),
                details.address(),
                account);
    }

    @Nullable
    String email(long account) {
        return jdbc.queryForObject("select email from account where id = ?", String.class, account);
    }

    Preferences preferences(long account) {
        return DataAccessUtils.requiredSingleResult(jdbc.query(
                "select locale, time_zone, time_format, notation, appearance from account where id = ?",
                PersonalStore::preferences,
                account));
    }

    void save(long account, Preferences preferences) {
        ZoneId zone = preferences.zone();
        jdbc.update(
                "update account set locale = ?, time_zone = ?, time_format = ?, notation = ?, appearance = ? where id = ?",
                preferences.language().toLanguageTag(),
                zone == null ? null : zone.getId(),
                stored(preferences.timeFormat()),
                stored(preferences.notation()),
                stored(preferences.appearance()),
                account);
    }

    /** Number of the photo; null when there is none. */
    @Nullable
    Long photo(long account) {
        return jdbc.queryForObject("select photo_id from account where id = ?", Long.class, account);
    }

    void savePhoto(long account, @Nullable Long photo) {
        jdbc.update("update account set photo_id = ? where id = ?", photo, account);
    }

    private static Preferences preferences(ResultSet row, int number) throws SQLException {
        String zone = row.getString("time_zone");
        return new Preferences(
                Locale.forLanguageTag(row.getString("locale")),
                zone == null ? null : Preferences.zone(zone).orElse(null),
                TimeFormat.valueOf(constant(row, "time_format")),
                IdentifierNotation.valueOf(constant(row, "notation")),
                ColourScheme.valueOf(constant(row, "appearance")));
    }

    private static String stored(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String constant(ResultSet row, String column) throws SQLException {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }
}
