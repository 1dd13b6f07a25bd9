package dev.lintel.domain.device;

import dev.lintel.domain.permission.Secrets;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.security.MessageDigest;

/**
 * Hashes of a device's secrets. Both secrets are ours and random, so that a quick hash is as good as a slow one, and a
 * thousand panels that connect at once after a power cut are in within a second.
 */
@Entity
@Table(name = "device_credential")
class DeviceCredential {
    private static final int SALT_BYTES = 16;

    @EmbeddedId
    private DeviceKey key;

    private byte[] passwordSalt;
    private byte[] passwordHash;
    private byte[] tokenHash;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected DeviceCredential() {}

    DeviceCredential(DeviceKey key, String password, String urlToken) {
        this.key = key;
        this.passwordSalt = Secrets.random(SALT_BYTES);
        this.passwordHash = Secrets.hash(passwordSalt, password);
        this.tokenHash = Secrets.hash(urlToken);
    }

    boolean isPassword(String password) {
        return MessageDigest.isEqual(passwordHash, Secrets.hash(passwordSalt, password));
    }
}
