package dev.lintel.routes.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server that says what it was told to say to each command, and otherwise yes. It can begin to encrypt. */
final class TalkingServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final Map<String, String> replies;
    private final @Nullable SSLContext tls;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    /**
     * @param replies by command, as {@code RCPT}
     * @param tls null when it does not offer to encrypt
     */
    TalkingServer(Map<String, String> replies, @Nullable SSLContext tls) throws IOException {
        this.replies = replies;
        this.tls = tls;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** All commands, those that came over an encrypted connection with a lock before them. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client, "");
            } catch (IOException gone) {
                // the next one, or the end
            }
        }
    }

    private void talk(Socket client, String lock) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = client.getOutputStream();
        if (lock.isEmpty()) {
            say(out, "220 talking");
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(lock + line);
            String command = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            say(out, replies.getOrDefault(command, usual(command, lock)));
            if (command.equals("STARTTLS") && tls != null) {
                SSLSocket encrypted = (SSLSocket) tls.getSocketFactory().createSocket(client, null, false);
                talk(encrypted, "🔒 ");
                return;
            }
            if (command.equals("DATA") && !replies.containsKey("DATA")) {
                while (!".".equals(in.readLine())) {
                    // the mail itself
                }
                say(out, "250 2.0.0 queued as 4711");
            }
        }
    }

    private String usual(String command, String lock) {
        return switch (command) {
            case "EHLO" ->
                tls != null && lock.isEmpty() ? "250-talking\r\n250 STARTTLS" : "250-talking\r\n250 AUTH PLAIN";
            case "STARTTLS" -> "220 go ahead";
            case "AUTH" -> "235 welcome";
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 yes";
        };
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
