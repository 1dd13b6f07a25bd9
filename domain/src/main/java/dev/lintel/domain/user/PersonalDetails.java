package dev.lintel.domain.user;

import dev.lintel.domain.user.DetailRefusedException.Field;
import dev.lintel.domain.user.DetailRefusedException.Reason;
import java.util.regex.Pattern;

/**
 * What an account of the server itself says of its owner. All of it may be empty.
 *
 * @param email by which its owner can log in, too
 * @param phone digits, spaces, {@code + ( ) -}
 */
public record PersonalDetails(String name, String email, String phone, String address) {
    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_EMAIL = 254;
    public static final int LONGEST_PHONE = 50;
    public static final int LONGEST_ADDRESS = 500;

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()-]*");

    /** @throws DetailRefusedException with the field that is wrong */
    public PersonalDetails {
        name = stripped(Field.NAME, name, LONGEST_NAME);
        email = stripped(Field.EMAIL, email, LONGEST_EMAIL);
        phone = stripped(Field.PHONE, phone, LONGEST_PHONE);
        address = stripped(Field.ADDRESS, address, LONGEST_ADDRESS);
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            throw new DetailRefusedException(Field.EMAIL, Reason.MALFORMED);
        }
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
