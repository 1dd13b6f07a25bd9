package dev.lintel.standalone.database;

import dev.lintel.standalone.StartRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's own programs. As root they run in a user namespace of their own, since PostgreSQL refuses root. */
final class PostgresPrograms {
    private static final long PATIENCE_SECONDS = 90;

    private final Path folder;
    private final Path log;
    private final List<String> unprivileged;

    /**
     * @param folder holds {@code bin}
     * @param log what the programs say is appended here
     */
    PostgresPrograms(Path folder, Path log) throws IOException, InterruptedException {
        this.folder = folder;
        this.log = log;
        this.unprivileged = "root".equals(System.getProperty("user.name")) ? userNamespace() : List.of();
    }

    private static List<String> userNamespace() throws IOException, InterruptedException {
        Process trial = new ProcessBuilder("unshare", "--user", "true")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (trial.waitFor() != 0) {
            throw new StartRefusedException(
                    "the embedded PostgreSQL cannot run as root where user namespaces are forbidden;"
                            + " start Lintel as an ordinary user, or name a PostgreSQL with LINTEL_DATABASE_URL");
        }
        return List.of("unshare", "--user");
    }

    /** Runs the program to its end and returns its exit code. */
    int run(String program, List<String> args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(unprivileged);
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(args);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // a file and not a pipe: the database lives on with it long after pg_ctl has ended
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(program + " did not end within " + PATIENCE_SECONDS + " s");
        }
        return process.exitValue();
    }

    /** The last lines that the programs said, for an error message. */
    String lastWords() throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    }
}
