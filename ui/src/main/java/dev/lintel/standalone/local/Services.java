package dev.lintel.standalone.local;

import dev.lintel.domain.audit.seal.ExpectedHead;
import dev.lintel.domain.device.IssuedCredential;
import dev.lintel.standalone.LintelHome;
import dev.lintel.standalone.StartRefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the command line can have done: by the running server, or by itself when none runs. */
interface Services extends AutoCloseable {
    void load(Path file, Loading loading, Consumer<ImportLine> lines) throws IOException, InterruptedException;

    /** Walks the chains of the logs; the last line says what was found. */
    void verify(List<ExpectedHead> expected, Consumer<VerificationLine> lines) throws IOException, InterruptedException;

    /** New secrets for a device; empty when there is none of this serial number. */
    Optional<IssuedCredential> issueCredential(String serial) throws IOException, InterruptedException;

    @Override
    void close();

    /** Those of the server that runs on the chosen home; started here, with the database alone, when none runs. */
    static Services open() throws IOException {
        Path home = LintelHome.chosen();
        if (!LintelHome.isHeld(home)) {
            return DirectServices.start();
        }
        return LocalServer.of(home)
                .orElseThrow(() -> new StartRefusedException(
                        "the server on " + home + " is just starting or stopping; try again in a moment"));
    }
}
