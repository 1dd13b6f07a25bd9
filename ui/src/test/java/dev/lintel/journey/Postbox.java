package dev.lintel.journey;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real mail server on this machine, and what arrives there, read once and in order. */
final class Postbox implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp").dynamicPort());
    private final Map<String, Integer> read = new HashMap<>();

    Postbox() {
        mail.start();
    }

    int port() {
        return mail.getSmtp().getPort();
    }

    /** Waits for the next mail to the address. */
    MimeMessage next(String address) throws MessagingException, InterruptedException {
        int before = read.getOrDefault(address, 0);
        for (int tries = 0; tries < PATIENCE_SECONDS * 10; tries++) {
            List<MimeMessage> arrived = to(address);
            if (arrived.size() > before) {
                read.put(address, before + 1);
                return arrived.get(before);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("no mail for " + address + " after " + before + " others");
    }

    /** All mails to the address, read or not. */
    List<MimeMessage> to(String address) throws MessagingException {
        List<MimeMessage> found = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            if (Arrays.toString(message.getRecipients(Message.RecipientType.TO)).contains(address)) {
                found.add(message);
            }
        }
        return found;
    }

    @Override
    public void close() {
        mail.stop();
    }
}
