package dev.lintel.domain.mail;

import java.net.IDN;
import java.util.regex.Pattern;

/** Tells mail addresses from other texts: dot-atoms at a domain name (RFC 5321, 4.1.2), without quoting and comments. */
public final class MailAddress {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final Pattern DOMAIN = Pattern.compile(
            "([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private MailAddress() {}

    public static boolean isValid(String text) {
        int at = text.lastIndexOf('@');
        return at > 0
                && at <= LONGEST_LOCAL_PART
                && text.length() <= LONGEST
                && LOCAL_PART.matcher(text.substring(0, at)).matches()
                && isDomain(text.substring(at + 1));
    }

    /** Whether it can be the name of a host, be it in letters that the Internet's names do not have. */
    static boolean isDomain(String text) {
        try {
            return DOMAIN.matcher(IDN.toASCII(text)).matches();
        } catch (IllegalArgumentException tooLongOrForbidden) {
            return false;
        }
    }
}
