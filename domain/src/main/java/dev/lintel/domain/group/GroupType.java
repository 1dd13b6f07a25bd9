package dev.lintel.domain.group;

/** What part of a complex a group stands for. */
public enum GroupType {
    CUSTOM,
    BUILDING,
    UNIT,
    FLOOR,
    APARTMENT
}
