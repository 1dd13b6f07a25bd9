package dev.lintel.domain.schedule.holiday;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A network in which a test says what stands where. */
public final class ScriptedSource implements CalendarSource {
    private final Map<URI, String> files = new ConcurrentHashMap<>();

    public void serve(String url, String file) {
        files.put(URI.create(url), file);
    }

    public void takeDown(String url) {
        files.remove(URI.create(url));
    }

    @Override
    public byte[] fetch(URI url) throws CalendarUnavailableException {
        String file = files.get(url);
        if (file == null) {
            throw new CalendarUnavailableException(SubscriptionProblem.REFUSED_THERE, "404");
        }
        return file.getBytes(StandardCharsets.UTF_8);
    }
}
