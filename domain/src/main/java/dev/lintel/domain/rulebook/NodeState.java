package dev.lintel.domain.rulebook;

import java.time.Instant;

/**
 * How far one server is with the rules of a project.
 *
 * @param name the machine and the port
 * @param seen when it was last heard of
 * @param switched whether doors that it answers are decided by the versions in force
 */
public record NodeState(String name, Instant seen, boolean switched) {}
