package dev.lintel.domain.schedule.ics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.fortuna.ical4j.data.ContentHandler;
import org.jspecify.annotations.Nullable;

/** Collects the properties of events as they stand in a calendar file, and nothing of what stands around and inside them. */
final class EventCollector implements ContentHandler {
    private static final String EVENT = "VEVENT";

    private final List<EventText> events = new ArrayList<>();
    private @Nullable Map<String, String> event;
    private int inside;
    private String property = "";
    private boolean complete;

    List<EventText> events() {
        return events;
    }

    /** Whether a calendar began and ended. */
    boolean isComplete() {
        return complete;
    }

    @Override
    public void startCalendar() {
        complete = false;
    }

    @Override
    public void endCalendar() {
        complete = true;
    }

    @Override
    public void startComponent(String name) {
        if (event != null) {
            inside++;
        } else if (EVENT.equalsIgnoreCase(name)) {
            event = new HashMap<>();
        }
    }

    @Override
    public void endComponent(String name) {
        if (inside > 0) {
            inside--;
        } else if (event != null) {
            events.add(new EventText(Map.copyOf(event)));
            event = null;
        }
    }

    @Override
    public void startProperty(String name) {
        property = name.toUpperCase(Locale.ROOT);
    }

    @Override
    public void propertyValue(String value) {
        if (event != null && inside == 0) {
            event.merge(property, value, (one, other) -> one + "," + other);
        }
    }

    @Override
    public void endProperty(String name) {
        property = "";
    }

    @Override
    public void parameter(String name, String value) {
        // dates are told from times by their length, and zones do not matter to whole days
    }
}
