package dev.lintel.domain.rulebook;

/** Whether what people are told stands among what is important. */
public enum Importance {
    IMPORTANT,
    NORMAL
}
