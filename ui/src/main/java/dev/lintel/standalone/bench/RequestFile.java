package dev.lintel.standalone.bench;

import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.wire.WireName;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Requests and decisions as tab-separated lines. A request is {@code device-serial, access point or -, lock or -, identifier type,
 * value, instant}; a decision is {@code GRANT or DENY, reason, lock numbers by comma or -, restriction ids by comma or -}.
 */
public final class RequestFile {
    private static final int FIELDS = 6;
    private static final String NOTHING = "-";

    private RequestFile() {}

    /** Lines that could not be read; the message has one sentence for each, up to twenty. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(List<String> problems) {
            super(problems.stream().limit(20).collect(Collectors.joining("\n")));
        }
    }

    /** Reads all requests of a file. */
    public static List<AccessRequest> read(Path file) throws IOException, Malformed {
        List<AccessRequest> requests = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                try {
                    requests.add(parse(line));
                } catch (IllegalArgumentException | DateTimeException wrong) {
                    problems.add(file.getFileName() + ":" + number + ": " + wrong.getMessage());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new Malformed(problems);
        }
        return requests;
    }

    static AccessRequest parse(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException(
                    "needs " + FIELDS + " fields with tabs between them, not " + fields.length);
        }
        String accessPoint = fields[1].equals(NOTHING) ? null : fields[1];
        return new AccessRequest(
                fields[0], accessPoint, lock(fields[2]), type(fields[3]), fields[4], Instant.parse(fields[5]));
    }

    private static @Nullable Integer lock(String text) {
        return switch (text) {
            case NOTHING -> null;
            case "first" -> 1;
            case "second" -> 2;
            case "all" -> AccessRequest.ALL_LOCKS;
            default -> number(text);
        };
    }

    private static int number(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= AccessRequest.ALL_LOCKS) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new IllegalArgumentException(
                "lock must be a number from 0, first, second, all or -, not \"" + text + "\"");
    }

    private static IdentifierType type(String text) {
        for (IdentifierType type : IdentifierType.values()) {
            if (WireName.of(type).equals(text)) {
                return type;
            }
        }
        throw new IllegalArgumentException("identifier type is unknown: \"" + text + "\"");
    }

    /** A request as a line, without its end. */
    static String line(AccessRequest request) {
        return String.join(
                "\t",
                request.deviceSerial(),
                request.accessPoint() == null ? NOTHING : request.accessPoint(),
                request.lock() == null ? NOTHING : request.lock().toString(),
                WireName.of(request.type()),
                request.value(),
                request.at().toString());
    }

    /** A decision as a line, without its end. */
    static String line(Decision decision) {
        String locks = decision.locks().stream().map(String::valueOf).collect(Collectors.joining(","));
        String restrictions = String.join(",", decision.restrictions());
        return String.join(
                "\t",
                decision.verdict().name(),
                decision.reason().name(),
                locks.isEmpty() ? NOTHING : locks,
                restrictions.isEmpty() ? NOTHING : restrictions);
    }
}
