package dev.lintel.standalone;

import java.io.PrintStream;
import java.util.List;

/** Says which version this is. */
final class VersionCommand implements Command {
    @Override
    public String name() {
        return "version";
    }

    @Override
    public String usage() {
        return "\n  prints the version";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) {
        out.println(LintelVersion.current());
        return 0;
    }
}
