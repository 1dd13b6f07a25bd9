package dev.lintel.domain.wallet;

import dev.lintel.domain.permission.SealedSecrets;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps who signs passes, keys sealed. */
@Repository
class WalletStore {
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcTemplate jdbc;
    private final SealedSecrets secrets;

    /** What is set for Apple Wallet. */
    record Apple(AppleWallet wallet, AppleCertificate certificate, int version) {}

    /** What is set for Google Wallet. */
    record Google(GoogleAccount account, int version) {}

    /** What is sealed of a certificate. */
    record Signer(String file, String password) {
        static Signer of(byte[] file, String password) {
            return new Signer(Base64.getEncoder().encodeToString(file), password);
        }

        byte[] bytes() {
            return Base64.getDecoder().decode(file);
        }
    }

    WalletStore(JdbcTemplate jdbc, SealedSecrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    Optional<Apple> apple() {
        return jdbc
                .query("select * from apple_wallet", (row, number) -> {
                    AppleWallet wallet = new AppleWallet(
                            row.getString("organisation"),
                            row.getString("background"),
                            row.getString("foreground"),
                            row.getBoolean("push"));
                    Signer signer = JSON.readValue(secrets.open(row.getBytes("sealed")), Signer.class);
                    // what has expired meanwhile is still to be read: its page says so
                    AppleCertificate certificate = AppleCertificate.read(
                            signer.bytes(), signer.password(), row.getBytes("intermediate"), Instant.EPOCH);
                    return new Apple(wallet, certificate, row.getInt("version"));
                })
                .stream()
                .findFirst();
    }

    /** Whether there are passes for Apple Wallet at all. */
    boolean given() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from apple_wallet)", Boolean.class));
    }

    /** Whether phones are told of changes. */
    boolean pushes() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select exists (select from apple_wallet where push)", Boolean.class));
    }

    /**
     * Keeps it.
     *
     * @param signer null keeps the stored one
     * @return false when what is kept has another version than the one given; 0 is that of nothing
     */
    boolean save(AppleWallet wallet, @Nullable Signer signer, @Nullable AppleCertificate certificate, int version) {
        if (signer == null || certificate == null) {
            return jdbc.update(
                            """
                            update apple_wallet set organisation = ?, background = ?, foreground = ?, push = ?,
                                version = version + 1 where version = ?""",
                            wallet.organisation(),
                            wallet.background(),
                            wallet.foreground(),
                            wallet.push(),
                            version)
                    > 0;
        }
        return jdbc.update(
                        """
                        insert into apple_wallet (organisation, background, foreground, push, sealed, intermediate, version)
                        select ?, ?, ?, ?, ?, ?, 1 where ? = 0 or exists (select from apple_wallet)
                        on conflict (only_one) do update set organisation = excluded.organisation,
                            background = excluded.background, foreground = excluded.foreground, push = excluded.push,
                            sealed = excluded.sealed, intermediate = excluded.intermediate,
                            version = apple_wallet.version + 1
                        where apple_wallet.version = ?""",
                        wallet.organisation(),
                        wallet.background(),
                        wallet.foreground(),
                        wallet.push(),
                        secrets.seal(JSON.writeValueAsString(signer)),
                        encoded(certificate),
                        version,
                        version)
                > 0;
    }

    private static byte[] encoded(AppleCertificate certificate) {
        try {
            return certificate.intermediate().getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void deleteApple() {
        jdbc.update("delete from apple_wallet");
    }

    Optional<Google> google() {
        return jdbc
                .query(
                        "select * from google_wallet",
                        (row, number) -> new Google(
                                GoogleAccount.read(row.getString("issuer"), secrets.open(row.getBytes("sealed"))),
                                row.getInt("version")))
                .stream()
                .findFirst();
    }

    /** @return false when what is kept has another version than the one given; 0 is that of nothing */
    boolean save(GoogleAccount account, String file, int version) {
        return jdbc.update("""
                        insert into google_wallet (issuer, email, sealed, version)
                        select ?, ?, ?, 1 where ? = 0 or exists (select from google_wallet)
                        on conflict (only_one) do update set issuer = excluded.issuer, email = excluded.email,
                            sealed = excluded.sealed, version = google_wallet.version + 1
                        where google_wallet.version = ?""", account.issuer(), account.email(), secrets.seal(file), version, version) > 0;
    }

    /** The stored file of the service account, for another issuer. */
    Optional<String> googleFile() {
        return jdbc.queryForList("select sealed from google_wallet", byte[].class).stream()
                .map(secrets::open)
                .findFirst();
    }

    void deleteGoogle() {
        jdbc.update("delete from google_wallet");
    }
}
