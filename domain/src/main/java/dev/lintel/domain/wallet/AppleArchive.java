package dev.lintel.domain.wallet;

import de.brendamour.jpasskit.PKPass;
import de.brendamour.jpasskit.signing.PKInMemorySigningUtil;
import de.brendamour.jpasskit.signing.PKPassTemplateInMemory;
import de.brendamour.jpasskit.signing.PKSigningException;
import de.brendamour.jpasskit.signing.PKSigningInformation;
import dev.lintel.domain.wallet.PassWording.Ended;
import dev.lintel.domain.wallet.PassWording.Texts;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Packs and signs a pass: its description, the sign on it, and its texts in every language, so that a phone shows those of
 * its own language, and those of the visitor's otherwise.
 */
final class AppleArchive {
    private static final int SIDE = 29;

    private AppleArchive() {}

    /** @param strings the table of each language, see {@link #strings(Texts, Texts)} */
    static byte[] signed(PKPass pass, Map<Locale, String> strings, AppleWallet look, AppleCertificate certificate) {
        PKPassTemplateInMemory files = new PKPassTemplateInMemory();
        try {
            Color background = Color.decode(look.background());
            Color foreground = Color.decode(look.foreground());
            picture(files, PKPassTemplateInMemory.PK_ICON, SIDE, background, foreground);
            picture(files, PKPassTemplateInMemory.PK_ICON_RETINA, 2 * SIDE, background, foreground);
            picture(files, PKPassTemplateInMemory.PK_ICON_RETINAHD, 3 * SIDE, background, foreground);
            picture(files, PKPassTemplateInMemory.PK_LOGO, 2 * SIDE, background, foreground);
            picture(files, PKPassTemplateInMemory.PK_LOGO_RETINA, 3 * SIDE, background, foreground);
            for (Map.Entry<Locale, String> language : strings.entrySet()) {
                files.addFile(
                        "pass.strings",
                        language.getKey(),
                        stream(language.getValue().getBytes(StandardCharsets.UTF_8)));
            }
            return new PKInMemorySigningUtil()
                    .createSignedAndZippedPkPassArchive(
                            pass,
                            files,
                            new PKSigningInformation(
                                    certificate.certificate(), certificate.key(), certificate.intermediate()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (PKSigningException failure) {
            throw new IllegalStateException("a pass could not be signed", failure);
        }
    }

    private static void picture(PKPassTemplateInMemory files, String name, int side, Color background, Color foreground)
            throws IOException {
        files.addFile(name, stream(PassPicture.png(side, background, foreground)));
    }

    private static ByteArrayInputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    /** The table of a language, as Apple's systems read it; the texts of the pass itself are the keys. */
    static String strings(Texts said, Texts translated) {
        Map<String, String> table = new LinkedHashMap<>();
        List<String> keys = said.all();
        List<String> values = translated.all();
        for (int i = 0; i < keys.size(); i++) {
            if (!keys.get(i).isBlank()) {
                table.putIfAbsent(keys.get(i), values.get(i));
            }
        }
        // what a phone says when one of these has changed
        change(table, said.passesLeft(), translated.passesLeft());
        change(table, said.from(), translated.from());
        change(table, said.until(), translated.until());
        return table(table);
    }

    /** The same for a pass that is over. */
    static String strings(Ended said, Ended translated) {
        return table(Map.of(said.caption(), translated.caption(), said.said(), translated.said()));
    }

    private static String table(Map<String, String> table) {
        StringBuilder text = new StringBuilder();
        table.forEach((key, value) -> text.append('"')
                .append(escaped(key))
                .append("\" = \"")
                .append(escaped(value))
                .append("\";\n"));
        return text.toString();
    }

    private static void change(Map<String, String> table, String key, String value) {
        table.put(key + ": %@", value + ": %@");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
