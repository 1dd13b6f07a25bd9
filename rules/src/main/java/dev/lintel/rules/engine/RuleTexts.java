package dev.lintel.rules.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The texts of rules in Drools' rule language, DRL, and the version that follows from them. */
record RuleTexts(List<String> drl) {
    private static final String FOLDER = "/dev/lintel/rules/access/";
    private static final List<String> SHIPPED = List.of("1-identifier.drl", "2-restriction.drl");

    RuleTexts {
        drl = List.copyOf(drl);
    }

    /** The rules that come with Lintel, in the order in which they are read. */
    static RuleTexts shipped() {
        return new RuleTexts(SHIPPED.stream().map(RuleTexts::read).toList());
    }

    /** These and some more. */
    RuleTexts and(List<String> more) {
        List<String> all = new ArrayList<>(drl);
        all.addAll(more);
        return new RuleTexts(all);
    }

    /** Twelve hexadecimal digits that are the same for the same texts on every machine. */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String text : drl) {
                // a checkout may have other line ends, and the end of a text must not blend into the next one
                digest.update(text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String read(String name) {
        try (InputStream in = RuleTexts.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("rules " + FOLDER + name + " are missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
