package dev.lintel.standalone.bench;

import dev.lintel.standalone.Command;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Measures what the README promises. */
public final class BenchCommand implements Command {
    private static final Map<String, Command> BENCHMARKS = Map.of(
            "decisions",
            new DecisionsBench(),
            "door",
            new DoorBench(),
            "lists",
            ListsBench.ofLists(),
            "matrix",
            ListsBench.ofMatrix(),
            "log",
            ListsBench.ofLog(),
            "rules",
            ListsBench.ofRules(),
            "sync",
            ListsBench.ofSync());

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public String usage() {
        return "decisions [--generate BUILDINGS] [--site S.jsonl --requests R.tsv] [--count REQUESTS]\n"
                + "  measures decisions, changes and memory on a generated or a given site\n"
                + "door [--rate 500] [--seconds 60] [--panels 50]\n"
                + "  measures how long a door waits, over MQTT on a server of its own\n"
                + "lists [--generate 100] [--entries 1000000] [--home FOLDER]\n"
                + "  measures lists and searches on a generated site; a FOLDER is filled once and measured again\n"
                + "matrix [--generate 100] [--entries 1000000] [--home FOLDER]\n"
                + "  measures the access matrix of such a site, and who can open its doors\n"
                + "log [--generate 100] [--entries 1000000] [--home FOLDER]\n"
                + "  measures how long it takes to seal and to verify the ACS log of such a site\n"
                + "rules [--generate 100] [--entries 1000000] [--home FOLDER]\n"
                + "  measures what somebody waits for who tunes the rules of such a site, and until they are in force\n"
                + "sync [--generate 100] [--entries 1000000] [--home FOLDER]\n"
                + "  measures what it takes to bring a change into force and to work out what devices must learn of it";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws Exception {
        Command benchmark = args.isEmpty() ? null : BENCHMARKS.get(args.getFirst());
        if (benchmark == null) {
            err.println("bench what? There are "
                    + String.join(", ", BENCHMARKS.keySet().stream().sorted().toList()));
            return 2;
        }
        return benchmark.run(args.subList(1, args.size()), out, err);
    }
}
