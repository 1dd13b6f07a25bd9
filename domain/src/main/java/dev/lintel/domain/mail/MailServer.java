package dev.lintel.domain.mail;

import dev.lintel.domain.mail.MailRefusedException.Problem;
import dev.lintel.domain.mail.MailRefusedException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The mail server that takes our mail, and who we are there. The password is kept apart.
 *
 * @param host its name or address
 * @param port 1 to 65535
 * @param user whom it knows us as; null where it asks nobody
 * @param senderAddress whom mail comes from
 * @param senderName what the sender is called; empty is the name of this server
 * @param replyTo where answers go; null is the sender
 * @param plainPassword the password may travel without encryption; to this very machine it may anyway
 */
public record MailServer(
        String host,
        int port,
        MailEncryption encryption,
        @Nullable String user,
        String senderAddress,
        String senderName,
        @Nullable String replyTo,
        boolean plainPassword) {
    private static final int LONGEST_TEXT = 200;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern IP_V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|::1");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** @throws MailRefusedException with everything that is wrong */
    public MailServer {
        host = host.strip();
        user = stripped(user);
        senderAddress = senderAddress.strip();
        senderName = senderName.strip();
        replyTo = stripped(replyTo);
        List<Problem> problems = new ArrayList<>();
        checkHost(host, problems);
        if (port < 1 || port > HIGHEST_PORT) {
            problems.add(new Problem("port", Reason.PORT_OUT_OF_RANGE, Integer.toString(port)));
        }
        checkText("user", user, problems);
        if (!plainPassword && user != null && encryption == MailEncryption.NONE && !isLoopback(host)) {
            problems.add(new Problem("encryption", Reason.PASSWORD_UNPROTECTED, host));
        }
        checkAddress("senderAddress", senderAddress, problems);
        checkText("senderName", senderName, problems);
        if (replyTo != null) {
            checkAddress("replyTo", replyTo, problems);
        }
        if (!problems.isEmpty()) {
            throw new MailRefusedException(problems);
        }
    }

    /** Whether a password that was given for the other may be sent to this one, too. */
    boolean deservesPasswordOf(MailServer other) {
        return host.equalsIgnoreCase(other.host)
                && port == other.port
                && (encryption == other.encryption || other.encryption == MailEncryption.NONE);
    }

    private static void checkHost(String host, List<Problem> problems) {
        if (host.isEmpty()) {
            problems.add(new Problem("host", Reason.MISSING, ""));
        } else if (!IP_V6.matcher(host).matches() && !MailAddress.isDomain(host)) {
            problems.add(new Problem("host", Reason.HOST_MALFORMED, host));
        }
    }

    private static void checkAddress(String field, String address, List<Problem> problems) {
        if (address.isEmpty()) {
            problems.add(new Problem(field, Reason.MISSING, ""));
        } else if (!MailAddress.isValid(address)) {
            problems.add(new Problem(field, Reason.ADDRESS_MALFORMED, address));
        }
    }

    private static void checkText(String field, @Nullable String text, List<Problem> problems) {
        if (text == null) {
            return;
        }
        if (text.length() > LONGEST_TEXT) {
            problems.add(new Problem(field, Reason.TOO_LONG, text));
        } else if (CONTROL.matcher(text).find()) {
            problems.add(new Problem(field, Reason.CONTROL_CHARACTER, text));
        }
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }
}
