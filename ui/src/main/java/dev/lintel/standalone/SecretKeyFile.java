package dev.lintel.standalone;

import dev.lintel.domain.permission.SealedSecrets;
import dev.lintel.domain.permission.Secrets;
import java.io.IOException;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The key under which this server keeps the secrets that it must read again. */
public final class SecretKeyFile {
    private SecretKeyFile() {}

    /**
     * @param given the operator's own key, of any text; null or blank takes that of the home, made at the first start
     * @throws StartRefusedException when the file can be neither read nor made
     */
    public static SealedSecrets secrets(LintelHome home, @Nullable String given) {
        try {
            String secret = given == null || given.isBlank()
                    ? PrivateFile.secret(home.folder().resolve("secret.key"))
                    : given;
            return new SealedSecrets(new SecretKeySpec(Secrets.hash(secret), "AES"));
        } catch (IOException failure) {
            throw new StartRefusedException("the file secret.key in " + home.folder() + " cannot be read", failure);
        }
    }
}
