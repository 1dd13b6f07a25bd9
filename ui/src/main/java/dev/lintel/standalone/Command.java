package dev.lintel.standalone;

import java.io.PrintStream;
import java.util.List;

/** Something that {@code ./lintel} can do. Listed in {@link Commands}. */
public interface Command {
    /** The word that calls it. */
    String name();

    /** Arguments and purpose, one line each form, as {@code ./lintel help} prints it after the name. */
    String usage();

    /**
     * Does it.
     *
     * @param args what stood after the name
     * @param out results
     * @param err everything else: progress, problems
     * @return exit code: 0 done, 1 refused or failed with the reason on {@code err}, 2 called wrongly
     */
    int run(List<String> args, PrintStream out, PrintStream err) throws Exception;
}
