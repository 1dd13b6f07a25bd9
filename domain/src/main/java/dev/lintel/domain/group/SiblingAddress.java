package dev.lintel.domain.group;

/** What no two groups right below the same one may have in common, where panels dial them. */
record SiblingAddress(GroupType type, int logicalAddress) {}
