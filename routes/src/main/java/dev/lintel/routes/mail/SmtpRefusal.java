package dev.lintel.routes.mail;

import dev.lintel.domain.mail.MailAnswer;
import dev.lintel.domain.mail.MailProblem;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/** Tells from what a failed attempt left behind what was wrong: the reply of the server (RFC 5321, 4.2), or the connection. */
final class SmtpRefusal {
    private static final Pattern REPLY = Pattern.compile("([245])\\d\\d[ -].*", Pattern.DOTALL);

    private SmtpRefusal() {}

    static MailAnswer.Refused of(Throwable failure) {
        List<Throwable> chain = chain(failure);
        Throwable telling = telling(chain);
        String said = said(telling);
        return new MailAnswer.Refused(problem(telling, said, chain), said);
    }

    private static MailProblem problem(Throwable telling, String said, List<Throwable> chain) {
        Matcher reply = REPLY.matcher(said);
        if (reply.matches() && reply.group(1).equals("4")) {
            return MailProblem.LATER;
        }
        return switch (telling) {
            case SMTPAddressFailedException recipient -> MailProblem.RECIPIENT_REFUSED;
            case SMTPSenderFailedException sender -> MailProblem.SENDER_REFUSED;
            case AuthenticationFailedException login -> MailProblem.AUTHENTICATION_FAILED;
            case SMTPSendFailedException content -> MailProblem.CONTENT_REFUSED;
            case SSLException handshake -> MailProblem.TLS_FAILED;
            case UnknownHostException unknown -> MailProblem.HOST_UNKNOWN;
            case SocketTimeoutException slow -> MailProblem.TIMEOUT;
            default -> ofConnection(said, chain);
        };
    }

    private static MailProblem ofConnection(String said, List<Throwable> chain) {
        if (said.contains("STARTTLS")) {
            return MailProblem.TLS_FAILED;
        }
        boolean unconnected =
                chain.stream().anyMatch(each -> each instanceof MailConnectException || each instanceof IOException);
        return unconnected ? MailProblem.UNREACHABLE : MailProblem.OTHER;
    }

    /** The one that knows best: what the server said, else what the connection suffered from first. */
    private static Throwable telling(List<Throwable> chain) {
        List<Class<? extends Exception>> knowing = List.of(
                SMTPAddressFailedException.class,
                SMTPSenderFailedException.class,
                AuthenticationFailedException.class,
                SMTPSendFailedException.class,
                SSLException.class,
                UnknownHostException.class,
                SocketTimeoutException.class,
                IOException.class);
        return knowing.stream()
                .flatMap(type -> chain.stream().filter(type::isInstance))
                .findFirst()
                .orElse(chain.getLast());
    }

    private static String said(Throwable telling) {
        return Objects.requireNonNullElse(
                        telling.getMessage(), telling.getClass().getSimpleName())
                .strip();
    }

    /** With the further failures that mail knows beside causes. */
    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        collect(failure, chain);
        return chain;
    }

    private static void collect(Throwable failure, List<Throwable> chain) {
        if (chain.contains(failure)) {
            return;
        }
        chain.add(failure);
        if (failure instanceof MessagingException mail && mail.getNextException() != null) {
            collect(mail.getNextException(), chain);
        }
        if (failure.getCause() != null) {
            collect(failure.getCause(), chain);
        }
    }
}
