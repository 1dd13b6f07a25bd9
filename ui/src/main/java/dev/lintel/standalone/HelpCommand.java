package dev.lintel.standalone;

import java.io.PrintStream;
import java.util.List;

/** Lists the commands. */
final class HelpCommand implements Command {
    @Override
    public String name() {
        return "help";
    }

    @Override
    public String usage() {
        return "\n  this page";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) {
        out.println(
                "Lintel " + LintelVersion.current() + ", an access control server that can prove why a door opened\n");
        for (Command command : Commands.all()) {
            out.println("lintel " + command.name() + " " + command.usage().strip());
        }
        return 0;
    }
}
