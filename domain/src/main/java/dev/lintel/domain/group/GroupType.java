package dev.lintel.domain.group;

/** What part of a complex a group stands for. */
public enum GroupType {
    CUSTOM,
    BUILDING,
    UNIT,
    FLOOR,
    APARTMENT;

    /** Whether panels dial groups of this type by their logical address, so that no two siblings can have the same. */
    public boolean isDialled() {
        return this != CUSTOM;
    }
}
