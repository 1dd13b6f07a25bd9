package dev.lintel.standalone.bench;

import dev.lintel.domain.access.AccessDecisions;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.site.SiteFileException;
import dev.lintel.rules.engine.DroolsAccessDecisionPoint;
import dev.lintel.standalone.Command;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;

/** Decides a file of requests against a site file with the real engine; counts no pass and needs no database. */
public final class DecideCommand implements Command {
    private static final Set<String> OPTIONS = Set.of("--site", "--requests", "--out");

    @Override
    public String name() {
        return "decide";
    }

    @Override
    public String usage() {
        return "--site S.jsonl --requests R.tsv --out D.tsv\n  decides every request of a file against a site file";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws IOException {
        try {
            Options options = Options.of(args, OPTIONS);
            return decide(
                    options.requiredPath("--site"),
                    options.requiredPath("--requests"),
                    options.requiredPath("--out"),
                    err);
        } catch (Options.Wrong wrong) {
            err.println(wrong.getMessage());
            return 2;
        } catch (NoSuchFileException missing) {
            err.println("there is no file " + missing.getFile());
            return 1;
        }
    }

    private static int decide(Path siteFile, Path requestFile, Path decisionFile, PrintStream err) throws IOException {
        try {
            AccessDecisions decisions =
                    new AccessDecisions(LoadedSite.read(siteFile).directory(), DroolsAccessDecisionPoint.shipped());
            List<AccessRequest> requests = RequestFile.read(requestFile);
            // a reader of the file never finds half of it
            Path target = decisionFile.toAbsolutePath();
            Path half = target.resolveSibling(target.getFileName() + ".part");
            try (BufferedWriter writer = Files.newBufferedWriter(half)) {
                for (AccessRequest request : requests) {
                    writer.append(RequestFile.line(decisions.decide(request).decision()))
                            .append('\n');
                }
            }
            Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
            err.println("decided " + requests.size() + " requests");
            return 0;
        } catch (SiteFileException refused) {
            LoadedSite.report(siteFile, refused, err);
            return 1;
        } catch (RequestFile.Malformed malformed) {
            err.println(malformed.getMessage());
            return 1;
        }
    }
}
