package dev.lintel.standalone;

import dev.lintel.LintelApplication;
import java.io.PrintStream;
import java.util.List;
import org.springframework.boot.SpringApplication;

/** Runs the server until it is told to stop. */
final class RunCommand implements Command {
    @Override
    public String name() {
        return "run";
    }

    @Override
    public String usage() {
        return "[--demo]\n  runs the server; with a demo site and simulated panels";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) {
        SpringApplication.run(LintelApplication.class, args.toArray(String[]::new));
        return 0;
    }
}
