package dev.lintel.domain.rulebook.report;

import java.time.LocalDate;

/**
 * What a policy that counts requests counted on a day.
 *
 * @param policy id of the policy or the table
 * @param name as it was called when it counted last on that day
 * @param day by the clock of the project
 * @param opened how often the door opened
 * @param keptShut how often it did not
 */
public record PolicyCount(String policy, String name, LocalDate day, int opened, int keptShut) {}
