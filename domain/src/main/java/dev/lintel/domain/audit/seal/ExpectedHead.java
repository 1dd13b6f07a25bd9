package dev.lintel.domain.audit.seal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a chain was once seen to be, kept outside of the server.
 *
 * @param chain as {@link ChainReport#chain()}
 * @param number how many seals it had
 * @param head hash of the last of them
 */
public record ExpectedHead(String chain, long number, String head) {
    private static final Pattern FORM =
            Pattern.compile("((?:acs|audit):(?:server|[1-9]\\d{0,17}))=(\\d{1,18}):([0-9a-f]{64})");

    /**
     * Reads {@code acs:3=1200:9f86d0…}, as a verification prints it.
     *
     * @throws IllegalArgumentException when it has another form
     */
    public static ExpectedHead parse(String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "an expected head must look like acs:3=1200:<64 hexadecimal digits>, not \"" + text + "\"");
        }
        return new ExpectedHead(form.group(1), Long.parseLong(form.group(2)), form.group(3));
    }

    SealedLog log() {
        return SealedLog.valueOf(chain.substring(0, chain.indexOf(':')).toUpperCase(Locale.ROOT));
    }

    long project() {
        String project = chain.substring(chain.indexOf(':') + 1);
        return project.equals("server") ? Chain.SERVER : Long.parseLong(project);
    }
}
