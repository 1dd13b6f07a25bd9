package dev.lintel.domain.mail;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A mail server that takes everything, unless it was told what to answer next. */
public final class ScriptedCarrier implements MailCarrier {
    private final List<OutgoingMail> sent = new CopyOnWriteArrayList<>();
    private final Queue<MailAnswer> answers = new ArrayDeque<>();
    private volatile @Nullable String password;

    @Override
    public synchronized MailAnswer send(MailServer server, @Nullable String with, OutgoingMail mail) {
        sent.add(mail);
        password = with;
        MailAnswer answer = answers.poll();
        return answer == null ? new MailAnswer.Taken("250 2.0.0 taken") : answer;
    }

    /** What it says to the next mail that has none yet. */
    public synchronized void answer(MailProblem problem, String reply) {
        answers.add(new MailAnswer.Refused(problem, reply));
    }

    /** Every attempt that reached it. */
    public List<OutgoingMail> sent() {
        return List.copyOf(sent);
    }

    /** The password it was last given. */
    @Nullable
    String password() {
        return password;
    }

    void forget() {
        sent.clear();
        answers.clear();
    }
}
