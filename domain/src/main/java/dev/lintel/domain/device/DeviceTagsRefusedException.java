package dev.lintel.domain.device;

/** Tags were not taken; the device has those that it had. */
public final class DeviceTagsRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeviceTagsRefusedException(String why) {
        super(why);
    }
}
