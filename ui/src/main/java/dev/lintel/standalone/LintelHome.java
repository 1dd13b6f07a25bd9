package dev.lintel.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder of everything that this server keeps. Held by one process at a time. */
public final class LintelHome implements AutoCloseable {
    private final Path folder;
    private final FileChannel lock;

    private LintelHome(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Makes the folder if need be, and holds it until closed or until the process ends, however it ends.
     *
     * @throws StartRefusedException when it cannot be written, or another process holds it
     */
    public static LintelHome hold(Path folder) {
        try {
            PrivateFile.folder(folder);
            Path run = PrivateFile.folder(folder.resolve("run"));
            FileChannel channel = FileChannel.open(
                    run.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
            if (tryLock(channel) == null) {
                channel.close();
                throw new StartRefusedException("another Lintel server" + holder(run) + " already uses the folder "
                        + folder + "; stop it first, or choose another folder with LINTEL_HOME");
            }
            Files.writeString(
                    run.resolve("pid"), Long.toString(ProcessHandle.current().pid()));
            return new LintelHome(folder, channel);
        } catch (IOException e) {
            throw new StartRefusedException(
                    "the folder " + folder + " cannot be written (" + e.getMessage()
                            + "); mend that, or choose another folder with LINTEL_HOME",
                    e);
        }
    }

    /** The folder that the environment chooses, as the command line sees it before any settings are read. */
    public static Path chosen() {
        String chosen = System.getenv("LINTEL_HOME");
        Path folder = chosen == null || chosen.isBlank()
                ? Path.of(System.getProperty("user.home"), ".lintel")
                : Path.of(chosen);
        return folder.toAbsolutePath().normalize();
    }

    /** Whether some process holds the folder now. */
    public static boolean isHeld(Path folder) throws IOException {
        Path lock = folder.resolve("run").resolve("lock");
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return tryLock(channel) == null;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String holder(Path run) throws IOException {
        Path pid = run.resolve("pid");
        return Files.exists(pid) ? " (process " + Files.readString(pid).strip() + ")" : "";
    }

    public Path folder() {
        return folder;
    }

    /** A folder inside, for the owner only; made when it is not there. */
    public Path folder(String name) {
        try {
            return PrivateFile.folder(folder.resolve(name));
        } catch (IOException e) {
            throw new StartRefusedException("the folder " + folder.resolve(name) + " cannot be made", e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(folder.resolve("run").resolve("pid"));
        lock.close();
    }
}
