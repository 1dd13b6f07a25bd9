package dev.lintel.domain.user;

/** How hours are told. */
public enum TimeFormat {
    /** 19:05. */
    H24,
    /** 7:05 pm. */
    H12
}
