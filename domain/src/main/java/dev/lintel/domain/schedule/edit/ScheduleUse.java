package dev.lintel.domain.schedule.edit;

/** A restriction that is limited by a schedule. */
public record ScheduleUse(String restriction, String name) {}
