package dev.lintel.domain.site;

import dev.lintel.domain.permission.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.DoubleConsumer;

/** Imports and exports whole projects as site files. */
public class Sites {
    /**
     * Checks a file and says what it would change; stores nothing.
     *
     * @param prune whether stored records that the file does not mention are to be removed
     * @throws SiteFileException with everything that is wrong
     */
    public ImportPlan plan(Actor actor, InputStream file, boolean prune) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Checks and stores all or nothing; in force when this returns.
     *
     * @param progress told from 0 to 1 while it works
     */
    public ImportPlan load(Actor actor, InputStream file, boolean prune, DoubleConsumer progress) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Writes the project as a site file, in an order that is the same for the same content.
     *
     * @return false when there is no such project to see
     */
    public boolean export(Actor actor, long project, OutputStream out) throws IOException {
        throw new UnsupportedOperationException();
    }
}
