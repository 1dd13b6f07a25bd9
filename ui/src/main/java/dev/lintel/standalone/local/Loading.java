package dev.lintel.standalone.local;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.site.ImportPlan;
import dev.lintel.domain.site.SiteFileException;
import dev.lintel.domain.site.Sites;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** How a site file is to be imported. */
record Loading(boolean dryRun, boolean prune) {
    /** Imports it, and says line by line how it goes; a refusal is a line, too. */
    void load(Sites sites, Actor actor, InputStream file, Consumer<ImportLine> lines) throws IOException {
        try {
            ImportPlan plan = dryRun
                    ? sites.plan(actor, file, prune)
                    : sites.load(actor, file, prune, done -> lines.accept(ImportLine.progress(done)));
            lines.accept(ImportLine.done(plan));
        } catch (SiteFileException refused) {
            lines.accept(ImportLine.refused(refused.problems()));
        }
    }
}
