package dev.lintel.domain.audit.seal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One link of a chain.
 *
 * @param number from 1, without gaps
 * @param entry id of the entry in its log
 * @param version of the {@link CanonicalBytes}
 * @param parts digests of the entry's groups of fields; empty when the entry was gone before it could be sealed
 * @param salt of the personal parts; null once they are erased
 * @param erasure id of the audit entry of the erasure that made this seal necessary; null for the entry's first seal
 * @param hash over the predecessor's hash and all of this but the salt
 */
record Seal(
        long number,
        long entry,
        short version,
        byte[] parts,
        byte @Nullable [] salt,
        @Nullable Long erasure,
        byte[] hash) {
    static Seal after(byte[] previous, long number, long entry, byte[] parts, byte[] salt, @Nullable Long erasure) {
        Seal unsealed = new Seal(number, entry, CanonicalBytes.VERSION, parts, salt, erasure, new byte[0]);
        return new Seal(number, entry, unsealed.version, parts, salt, erasure, unsealed.hashAfter(previous, number));
    }

    static Seal of(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong("seal_number"),
                row.getLong("seal_entry"),
                row.getShort("seal_version"),
                row.getBytes("seal_parts"),
                row.getBytes("seal_salt"),
                row.getObject("seal_erasure", Long.class),
                row.getBytes("seal_hash"));
    }

    /** The columns that {@link #of} reads, from a table that is called {@code s}. */
    static final String COLUMNS = "s.number as seal_number, s.entry as seal_entry, s.version as seal_version,"
            + " s.parts as seal_parts, s.salt as seal_salt, s.erasure as seal_erasure, s.hash as seal_hash";

    /** Whether this is the link with that number after that predecessor. */
    boolean follows(byte[] previous, long as) {
        return Arrays.equals(hash, hashAfter(previous, as));
    }

    private byte[] hashAfter(byte[] previous, long as) {
        MessageDigest digest = Sha256.digest();
        digest.update(previous);
        ByteBuffer numbers = ByteBuffer.allocate(3 * Long.BYTES + Short.BYTES)
                .putLong(as)
                .putLong(entry)
                .putLong(erasure == null ? 0 : erasure)
                .putShort(version);
        digest.update(numbers.array());
        return digest.digest(parts);
    }
}
