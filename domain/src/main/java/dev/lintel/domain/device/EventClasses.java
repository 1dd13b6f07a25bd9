package dev.lintel.domain.device;

import dev.lintel.domain.wire.WireName;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the server takes events of devices for, unless a table of the project says otherwise: as the list of all events in
 * chapter 9.2 of the Link manual has them, by the codes that panels tell ({@code PUT /api/v0/devices/logs}).
 */
public final class EventClasses {
    private static final int LONGEST = 80;
    private static final Map<String, EventClass> KNOWN = new HashMap<>();

    static {
        is(EventPriority.LOW, EventCategory.INFORMATION, "device_booted");
        is(EventPriority.LOW, EventCategory.SYSTEM, "sip_registration_lost");
        is(
                EventPriority.MEDIUM,
                EventCategory.ACCESS,
                "door_was_opened",
                "door_was_closed",
                "door_sensor_was_opened",
                "door_sensor_was_closed",
                "lock_was_opened_by_free_access_button",
                "lock_was_opened_by_exit_btn",
                "access_granted_by_valid_identifier",
                "access_granted_by_shared_identifier",
                "access_granted_by_master_code",
                "access_granted_by_valid_face_identifier",
                "multi_access_granted",
                "lift_called_to_floor",
                "lift_call_success");
        is(
                EventPriority.MEDIUM,
                EventCategory.SYSTEM,
                "successful_login_api_call",
                "incorrect_login_api_call",
                "successful_login_gui_settings",
                "incorrect_login_gui_settings");
        is(
                EventPriority.MEDIUM,
                EventCategory.INFORMATION,
                "incoming_call",
                "outgoing_call",
                "outgoing_call_web",
                "outgoing_call_missed");
        is(
                EventPriority.HIGH,
                EventCategory.ACCESS,
                "access_granted_by_remote_server_api_call",
                "access_denied_by_remote_server_api_call",
                "access_denied_by_not_valid_input_code",
                "access_denied_unknown_identifier",
                "access_denied_by_unknown_identifier",
                "access_denied_by_unknown_card",
                "access_denied_by_not_valid_face_identifier",
                "access_denied_by_unknown_qr_code",
                "access_denied_by_unknown_qr",
                "access_granted_by_api_call",
                "access_denied_by_web_api_call",
                "access_granted_by_call_host",
                "access_denied_by_not_valid_identifier",
                "access_denied_by_not_valid_shared_identifier",
                "identifiers_without_linkage_to_user_access_denied",
                "multi_access_denied",
                "lift_call_error",
                "lift_module_access_error");
        is(EventPriority.HIGH, EventCategory.EMERGENCY, "tamper_event");
        is(EventPriority.CRITICAL, EventCategory.ACCESS, "lock_is_opened_too_long", "door_was_not_closed_too_long");
        is(EventPriority.CRITICAL, EventCategory.EMERGENCY, "emergency_lock_is_opened");
    }

    private EventClasses() {}

    private static void is(EventPriority priority, EventCategory category, String... codes) {
        for (String code : codes) {
            KNOWN.put(code, new EventClass(priority, category, null, null));
        }
    }

    /** The codes that the server knows, sorted. */
    public static Set<String> known() {
        return new TreeSet<>(KNOWN.keySet());
    }

    /** A code as it is known here, whichever way a device writes it. */
    public static String plain(String code) {
        String plain = code.strip().toLowerCase(Locale.ROOT).replace('-', '_');
        return plain.substring(0, Math.min(plain.length(), LONGEST));
    }

    /** What an event is by itself: one of which nothing is known is what its device says, and else not urgent. */
    static EventClass of(DeviceEvent event) {
        EventClass known = KNOWN.get(plain(event.code()));
        if (known != null) {
            return known;
        }
        EventPriority priority = event.details().get("priority") instanceof String said
                ? WireName.parse(EventPriority.class, said.toLowerCase(Locale.ROOT))
                        .orElse(EventPriority.LOW)
                : EventPriority.LOW;
        EventCategory category =
                switch (event.category().toLowerCase(Locale.ROOT)) {
                    case "access" -> EventCategory.ACCESS;
                    case "emergency" -> EventCategory.EMERGENCY;
                    case "system" -> EventCategory.SYSTEM;
                    default -> EventCategory.INFORMATION;
                };
        return new EventClass(priority, category, null, null);
    }
}
