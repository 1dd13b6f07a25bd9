package dev.lintel.domain.site;

/**
 * What an import would do.
 *
 * @param project id of the project, 0 when it would be new
 * @param timeZoneChanged whether the project's zone changes
 * @param kept how many stored records the file does not mention and that stay
 */
public record ImportPlan(long project, String name, boolean timeZoneChanged, SiteChange change, int kept) {
    public boolean isNewProject() {
        return project == 0;
    }
}
