package dev.lintel.standalone.broker;

/** What the broker asks about devices. */
interface DeviceLogins {
    /** Whether this is the device's password. */
    boolean authenticate(String serial, String password);

    /** Whether some device has this serial number. */
    boolean isSerial(String name);
}
