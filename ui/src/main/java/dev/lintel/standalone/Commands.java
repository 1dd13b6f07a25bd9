package dev.lintel.standalone;

import dev.lintel.standalone.bench.BenchCommand;
import dev.lintel.standalone.bench.DecideCommand;
import dev.lintel.standalone.local.DevicePasswordCommand;
import dev.lintel.standalone.local.ImportCommand;
import dev.lintel.standalone.local.VerifyLogCommand;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** All commands, in the order of the help page, and how the first argument picks one. */
public final class Commands {
    private static final List<Command> ALL = List.of(
            new RunCommand(),
            new ImportCommand(),
            new DevicePasswordCommand(),
            new VerifyLogCommand(),
            new DecideCommand(),
            new BenchCommand(),
            new VersionCommand(),
            new HelpCommand());

    private Commands() {}

    static List<Command> all() {
        return ALL;
    }

    /** Runs what the arguments ask for: {@code run} when they name nothing. Returns the exit code. */
    public static int run(String[] args, PrintStream out, PrintStream err) throws Exception {
        List<String> words = List.of(args);
        // options alone belong to the server, as in "lintel --demo"
        boolean named = !words.isEmpty() && !words.getFirst().startsWith("-");
        String name = named ? words.getFirst() : asOption(words);
        Optional<Command> command =
                ALL.stream().filter(known -> known.name().equals(name)).findFirst();
        if (command.isEmpty()) {
            err.println("unknown command \"" + name + "\"; lintel help lists them all");
            return 2;
        }
        try {
            return command.get().run(named ? words.subList(1, words.size()) : words, out, err);
        } catch (StartRefusedException refused) {
            err.println(refused.getMessage());
            return 1;
        }
    }

    private static String asOption(List<String> words) {
        String first = words.isEmpty() ? "" : words.getFirst();
        return switch (first) {
            case "-h", "--help" -> "help";
            case "-v", "--version" -> "version";
            default -> "run";
        };
    }
}
