package dev.lintel.domain.sync;

/** How far a copy has come. */
public enum CopyState {
    /** The device has what it is to have. */
    SYNCED,
    /** It is to be brought to the device, or to be deleted there. */
    PENDING,
    /** The device could not take it; it is tried again. */
    FAILED
}
