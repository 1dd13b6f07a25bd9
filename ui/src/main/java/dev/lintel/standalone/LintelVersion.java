package dev.lintel.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version that the build wrote into the jar. */
public final class LintelVersion {
    private LintelVersion() {}

    /** For example {@code 0.1.0}; {@code unbuilt} when the classes were never packaged. */
    public static String current() {
        try (InputStream build = LintelVersion.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (build == null) {
                return "unbuilt";
            }
            Properties properties = new Properties();
            properties.load(build);
            return properties.getProperty("build.version", "unbuilt");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
