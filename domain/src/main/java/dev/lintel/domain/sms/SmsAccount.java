package dev.lintel.domain.sms;

import dev.lintel.domain.sms.SmsRefusedException.Field;
import dev.lintel.domain.sms.SmsRefusedException.Reason;
import java.util.regex.Pattern;

/**
 * Our account with Twilio. The token is kept apart.
 *
 * @param account its SID, {@code AC} and 32 hexadecimal digits
 * @param sender number from which messages come, or a name of 1 to 11 letters and digits
 */
public record SmsAccount(String account, String sender) {
    private static final Pattern SID = Pattern.compile("AC[0-9a-f]{32}");
    private static final Pattern NAME = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}");

    /** @throws SmsRefusedException with what is wrong */
    public SmsAccount {
        account = account.strip();
        sender = PhoneNumber.of(sender).map(PhoneNumber::digits).orElse(sender.strip());
        require(Field.ACCOUNT, account, SID.matcher(account).matches());
        require(
                Field.SENDER,
                sender,
                PhoneNumber.of(sender).isPresent() || NAME.matcher(sender).matches());
    }

    private static void require(Field field, String value, boolean right) {
        if (!right) {
            throw new SmsRefusedException(field, value.isEmpty() ? Reason.MISSING : Reason.MALFORMED, value);
        }
    }
}
