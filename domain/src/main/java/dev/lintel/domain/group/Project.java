package dev.lintel.domain.group;

import java.time.ZoneId;

/**
 * One independent site on the server. Nothing of one project is visible in, or has influence on, another.
 *
 * @param id number given by the server; 0 while the project is not stored (a site file on its own)
 * @param name unique on the server
 * @param timeZone zone of the clocks on the wall of this site
 */
public record Project(long id, String name, ZoneId timeZone) {}
