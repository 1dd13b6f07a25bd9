package dev.lintel.standalone.bench;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.site.Site;
import dev.lintel.domain.site.SiteFile;
import dev.lintel.domain.site.SiteFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A site in force in memory, without a database. */
record LoadedSite(Site site, AccessDirectory directory) {
    /** The number of the one project. */
    static final long PROJECT = 1;

    static LoadedSite of(Site site) {
        AccessDirectory directory = new AccessDirectory();
        directory.replace(new Project(PROJECT, site.name(), site.timeZone()), site);
        return new LoadedSite(site, directory);
    }

    static LoadedSite read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(SiteFile.read(in));
        }
    }

    /** Prints what is wrong with a file as {@code file:line: field: reason}. */
    static void report(Path file, SiteFileException refused, PrintStream err) {
        refused.problems()
                .forEach(problem -> err.println(
                        file.getFileName() + ":" + problem.line() + ": " + problem.field() + ": " + problem.reason()));
    }
}
