package dev.lintel.domain.rulebook;

import dev.lintel.domain.permission.Permission;

/**
 * Something about the rules of a project that nobody did at that moment, so that people have to be told. Published in the
 * transaction in which it happens.
 *
 * @param number of the version that it is about
 * @param detail more about it, as codes
 */
public record RulebookNews(long project, Kind kind, int number, String detail) {
    /** Who may be told. */
    public static final Permission NEEDED = Permission.RULE_VIEW;

    /** What happened. */
    public enum Kind {
        /** What was planned could not be put in force; the detail is the first reason and its value, parted by a blank. */
        PLAN_FAILED,
        /** The server took a version back, since denials rose; the detail is their number, in how many minutes, and the usual. */
        TAKEN_BACK,
        /** A server has not switched to a version that came into force a while ago; the detail is the names of such. */
        NOT_EVERYWHERE
    }
}
