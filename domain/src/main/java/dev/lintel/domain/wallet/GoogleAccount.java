package dev.lintel.domain.wallet;

import dev.lintel.domain.wallet.WalletRefusedException.Field;
import dev.lintel.domain.wallet.WalletRefusedException.Reason;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who signs links for Google Wallet: an issuer, and the service account that acts for it.
 *
 * @param issuer number that Google gave to whoever issues the passes
 * @param email of the service account
 */
public record GoogleAccount(String issuer, String email, PrivateKey key) {
    private static final Pattern ISSUER = Pattern.compile("\\d{6,25}");
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Reads what somebody gives.
     *
     * @param file the JSON file of the service account, as Google makes it
     * @throws WalletRefusedException with what is wrong
     */
    public static GoogleAccount read(String issuer, String file) {
        String number = issuer.strip();
        if (!ISSUER.matcher(number).matches()) {
            throw new WalletRefusedException(
                    Field.ISSUER, number.isEmpty() ? Reason.MISSING : Reason.MALFORMED, number);
        }
        try {
            JsonNode account = JSON.readTree(file);
            String email = account.path("client_email").asString("");
            String pem = account.path("private_key").asString("");
            if (email.isEmpty() || pem.isEmpty()) {
                throw new WalletRefusedException(Field.SERVICE_ACCOUNT, Reason.KEY_MISSING, email);
            }
            return new GoogleAccount(number, email, key(pem));
        } catch (JacksonException | GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new WalletRefusedException(Field.SERVICE_ACCOUNT, Reason.UNREADABLE, "");
        }
    }

    private static PrivateKey key(String pem) throws GeneralSecurityException {
        String base64 = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }
}
