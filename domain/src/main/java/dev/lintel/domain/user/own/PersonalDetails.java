package dev.lintel.domain.user.own;

import dev.lintel.domain.user.own.DetailRefusedException.Field;
import dev.lintel.domain.user.own.DetailRefusedException.Reason;
import java.util.regex.Pattern;

/**
 * What somebody says of themselves. All of it may be empty, but the name of a person of a project.
 *
 * @param phone digits, spaces, {@code + ( ) -}
 */
public record PersonalDetails(String name, String phone, String address) {
    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_PHONE = 50;
    public static final int LONGEST_ADDRESS = 500;

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()-]*");

    /** @throws DetailRefusedException with the field that is wrong */
    public PersonalDetails {
        name = stripped(Field.NAME, name, LONGEST_NAME);
        phone = stripped(Field.PHONE, phone, LONGEST_PHONE);
        address = stripped(Field.ADDRESS, address, LONGEST_ADDRESS);
        if (!PHONE.matcher(phone).matches()) {
            throw new DetailRefusedException(Field.PHONE, Reason.MALFORMED);
        }
    }

    private static String stripped(Field field, String text, int longest) {
        String bare = text.strip();
        if (bare.length() > longest) {
            throw new DetailRefusedException(field, Reason.TOO_LONG);
        }
        return bare;
    }
}
