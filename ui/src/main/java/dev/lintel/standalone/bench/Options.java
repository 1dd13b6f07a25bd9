package dev.lintel.standalone.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code --name value} options of a command. */
public final class Options {
    private final Map<String, String> values = new HashMap<>();

    /** An option is unknown, lacks its value or has a wrong one; the message says which and why. */
    public static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        public Wrong(String message) {
            super(message);
        }
    }

    private Options() {}

    /** Reads options; each of the known ones takes one value. */
    public static Options of(List<String> args, Set<String> known) throws Wrong {
        Options options = new Options();
        for (int i = 0; i < args.size(); i += 2) {
            String name = args.get(i);
            if (!known.contains(name)) {
                throw new Wrong("unknown option \"" + name + "\"; there are "
                        + String.join(", ", known.stream().sorted().toList()));
            }
            if (i + 1 == args.size()) {
                throw new Wrong("option " + name + " needs a value");
            }
            options.values.put(name, args.get(i + 1));
        }
        return options;
    }

    public @Nullable String text(String name) {
        return values.get(name);
    }

    public @Nullable Path path(String name) {
        String value = values.get(name);
        return value == null ? null : Path.of(value);
    }

    public Path requiredPath(String name) throws Wrong {
        Path path = path(name);
        if (path == null) {
            throw new Wrong("option " + name + " is missing");
        }
        return path;
    }

    /** A whole number within bounds. */
    public int number(String name, int least, int most, int otherwise) throws Wrong {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below, with the bounds
        }
        throw new Wrong(
                "option " + name + " must be a whole number from " + least + " to " + most + ", not \"" + value + "\"");
    }
}
