package dev.lintel.standalone.database;

import dev.lintel.standalone.PrivateFile;
import dev.lintel.standalone.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** The files of one database: made once, with a random password, and owned by whichever postmaster runs on them. */
final class PostgresCluster {
    static final String USER = "lintel";

    private final Path data;
    private final String password;

    private PostgresCluster(Path data, String password) {
        this.data = data;
        this.password = password;
    }

    /** Opens the cluster in this folder, made now if there is none. */
    static PostgresCluster in(Path folder, PostgresPrograms programs) throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        Path passwordFile = folder.resolve("password");
        String password = PrivateFile.secret(passwordFile);
        if (!Files.isDirectory(data)) {
            create(folder, data, passwordFile, programs);
        }
        return new PostgresCluster(data, password);
    }

    private static void create(Path folder, Path data, Path passwordFile, PostgresPrograms programs)
            throws IOException, InterruptedException {
        Path fresh = folder.resolve("data.new");
        PostgresBinaries.delete(fresh);
        int code = programs.run(
                "initdb",
                List.of(
                        "--pgdata=" + fresh,
                        "--username=" + USER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions"));
        if (code != 0) {
            throw new StartRefusedException("the database could not be made in " + data + ":\n" + programs.lastWords());
        }
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    Path data() {
        return data;
    }

    String password() {
        return password;
    }

    /** The running postmaster of this cluster, whoever started it. A left-over number of some other process is not it. */
    Optional<ProcessHandle> postmaster() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(this::runsHere);
    }

    private boolean runsHere(ProcessHandle process) {
        String folder = data.toString();
        return process.isAlive()
                && process.info().arguments().stream()
                        .flatMap(java.util.Arrays::stream)
                        .anyMatch(folder::equals);
    }
}
