package dev.lintel.standalone.bench;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.rulebook.Rulebook;
import dev.lintel.domain.site.Site;
import dev.lintel.domain.site.SiteFile;
import dev.lintel.domain.site.SiteFileException;
import dev.lintel.rules.engine.DroolsAccessDecisionPoint;
import dev.lintel.rules.engine.RulebookDecisionPoint;
import dev.lintel.standalone.Command;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code bench decisions}: on a site that is given or generated. */
final class DecisionsBench implements Command {
    private static final Set<String> OPTIONS =
            Set.of("--site", "--requests", "--generate", "--count", "--policies", "--live");
    private static final int MOST_BUILDINGS = 1_000;
    private static final int DEFAULT_REQUESTS = 100_000;

    @Override
    public String name() {
        return "decisions";
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws IOException, InterruptedException {
        Path siteFile = null;
        try {
            Options options = Options.of(args, OPTIONS);
            siteFile = options.path("--site");
            Path requestFile = options.path("--requests");
            int count = options.number("--count", 1_000, 10_000_000, DEFAULT_REQUESTS);
            int buildings = options.number("--generate", 1, MOST_BUILDINGS, siteFile == null ? 100 : 0);
            int policies = options.number("--policies", 0, Rulebook.MOST_POLICIES, 0);
            int live = options.number("--live", 0, policies, 0);
            long start = System.nanoTime();
            LoadedSite loaded =
                    buildings > 0 || siteFile == null ? generated(buildings, siteFile) : LoadedSite.read(siteFile);
            double seconds = (System.nanoTime() - start) / 1e9;
            List<AccessRequest> requests = buildings > 0 || requestFile == null
                    ? drawn(loaded.site(), count, requestFile)
                    : RequestFile.read(requestFile);
            out.printf("site \"%s\", in force after %.1f s: %s%n", loaded.site().name(), seconds, size(loaded.site()));
            new DecisionMeasurements(loaded, requests, rules(loaded, policies, live), out).run();
            return 0;
        } catch (Options.Wrong | RequestFile.Malformed wrong) {
            err.println(wrong.getMessage());
            return 2;
        } catch (NoSuchFileException missing) {
            err.println("there is no file " + missing.getFile());
            return 1;
        } catch (SiteFileException refused) {
            LoadedSite.report(siteFile == null ? Path.of("generated") : siteFile, refused, err);
            return 1;
        }
    }

    private static AccessDecisionPoint rules(LoadedSite loaded, int policies, int live) {
        if (policies == 0) {
            return DroolsAccessDecisionPoint.shipped();
        }
        Rulebook rulebook = ManyPolicies.of(loaded.site(), policies, live);
        RulebookDecisionPoint rules = new RulebookDecisionPoint(version -> Optional.empty());
        rules.prepare(rulebook);
        loaded.directory().rulebook(LoadedSite.PROJECT, rulebook.version(), rulebook.wanted());
        return rules;
    }

    private static LoadedSite generated(int buildings, @Nullable Path file) throws IOException {
        Site site = ResidentialComplex.of(buildings);
        if (file != null) {
            try (OutputStream out = Files.newOutputStream(file)) {
                SiteFile.write(site, out);
            }
        }
        return LoadedSite.of(site);
    }

    private static List<AccessRequest> drawn(Site site, int count, @Nullable Path file) throws IOException {
        List<AccessRequest> requests = RandomRequests.of(site, count);
        if (file != null) {
            try (BufferedWriter writer = Files.newBufferedWriter(file)) {
                for (AccessRequest request : requests) {
                    writer.append(RequestFile.line(request)).append('\n');
                }
            }
        }
        return requests;
    }

    private static String size(Site site) {
        return String.format(
                "%,d groups, %,d users, %,d identifiers, %,d devices, %,d restrictions, %,d schedules",
                site.groups().size(),
                site.users().size(),
                site.identifiers().size(),
                site.devices().size(),
                site.restrictions().size(),
                site.schedules().size());
    }
}
