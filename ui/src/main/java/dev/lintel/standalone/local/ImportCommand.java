package dev.lintel.standalone.local;

import dev.lintel.domain.site.SiteProblem;
import dev.lintel.standalone.Command;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Imports a site file into the running server, or into its database when it does not run. */
public final class ImportCommand implements Command {
    @Override
    public String name() {
        return "import";
    }

    @Override
    public String usage() {
        return "FILE [--dry-run] [--prune]\n  stores a site file as a project, all or nothing;"
                + " --prune also removes what the file does not mention";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws IOException, InterruptedException {
        List<String> names = new ArrayList<>(args);
        boolean dryRun = names.remove("--dry-run");
        boolean prune = names.remove("--prune");
        if (names.size() != 1 || names.getFirst().startsWith("--")) {
            err.println("lintel import " + usage());
            return 2;
        }
        Path file = Path.of(names.getFirst());
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            err.println("the file \"" + file + "\" cannot be read");
            return 1;
        }
        Telling telling = new Telling(file, dryRun, out, err);
        try (Services services = Services.open()) {
            services.load(file, new Loading(dryRun, prune), telling::tell);
        }
        return telling.refused ? 1 : 0;
    }

    /** Prints what an import says. */
    private static final class Telling {
        private static final int STEP_PERCENT = 10;

        private final Path file;
        private final boolean dryRun;
        private final PrintStream out;
        private final PrintStream err;
        private int nextPercent = STEP_PERCENT;
        private boolean refused;

        Telling(Path file, boolean dryRun, PrintStream out, PrintStream err) {
            this.file = file;
            this.dryRun = dryRun;
            this.out = out;
            this.err = err;
        }

        void tell(ImportLine line) {
            if (line.progress() != null) {
                progress((int) (line.progress() * 100));
            }
            if (line.problems() != null) {
                refused = true;
                line.problems().forEach(this::problem);
                err.println(line.problems().size() + " problems; nothing was stored");
            }
            if (line.summary() != null) {
                summary(line.summary());
            }
        }

        private void progress(int percent) {
            if (percent >= nextPercent) {
                err.println("importing " + file + ": " + percent + " %");
                nextPercent = percent - percent % STEP_PERCENT + STEP_PERCENT;
            }
        }

        private void problem(SiteProblem problem) {
            err.println(file + ":" + problem.line() + ": " + problem.field() + ": " + problem.reason());
        }

        private void summary(ImportLine.Summary summary) {
            out.printf(
                    "%s %s project \"%s\"%s%n",
                    dryRun ? "would import into" : "imported into",
                    summary.newProject() ? "the new" : "the",
                    summary.project(),
                    summary.timeZoneChanged() ? ", with another time zone" : "");
            out.printf("%-14s %9s %9s %9s%n", "", "added", "changed", "removed");
            for (ImportLine.Count count : summary.counts()) {
                out.printf("%-14s %9d %9d %9d%n", count.kind(), count.added(), count.changed(), count.removed());
            }
            if (summary.kept() > 0) {
                out.println(summary.kept() + " stored records are not in the file and stay; --prune removes them");
            }
        }
    }
}
