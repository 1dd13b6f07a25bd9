package dev.lintel.domain.site;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One file that describes one project: JSON Lines in UTF-8, in any order, with references by id. For import and export, tests,
 * simulation and benchmarks.
 */
public final class SiteFile {
    /** More problems than this help nobody, and a wrong file of a million lines would have a million. */
    static final int MOST_PROBLEMS = 1_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SiteFile() {}

    /**
     * Reads and checks a site.
     *
     * @throws SiteFileException with everything that is wrong with the file, up to 1,000 problems
     * @throws IOException when the stream fails
     */
    public static Site read(InputStream in) throws IOException {
        return readWithLines(in).site();
    }

    /** A site, and on which lines of its file the records stand. */
    record Numbered(Site site, SiteLines lines) {}

    /** As {@link #read}, for what may still be refused beside what is stored. */
    static Numbered readWithLines(InputStream in) throws IOException {
        SiteRecords records = new SiteRecords();
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), 1 << 16);
        int number = 0;
        try {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                String text = number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
                if (!text.isBlank()) {
                    read(number, text, records);
                }
                if (records.problems.size() >= MOST_PROBLEMS) {
                    throw new SiteFileException(records.problems);
                }
            }
        } catch (CharacterCodingException notUtf8) {
            // the decoder reads ahead, so the line can only be named roughly
            records.problems.add(new SiteProblem(number + 1, "encoding", "is not UTF-8 on this line or soon after it"));
            throw new SiteFileException(records.problems);
        }
        Site site = new SiteCheck(records).site();
        return new Numbered(site, SiteLines.of(records));
    }

    private static void read(int number, String text, SiteRecords records) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isObject()) {
                records.add(new SiteLine(number, "", node, records.problems));
            } else {
                records.problems.add(
                        new SiteProblem(number, "json", "must be a record in braces, not " + SiteLine.quote(text)));
            }
        } catch (JacksonException invalid) {
            records.problems.add(new SiteProblem(
                    number, "json", "is not valid: " + SiteLine.quote(String.valueOf(invalid.getOriginalMessage()))));
        }
    }

    /** Writes a site: the same bytes for the same content, whatever the order of its lists. */
    public static void write(Site site, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        for (Iterator<String> lines = SiteWriter.lines(site, JSON).iterator(); lines.hasNext(); ) {
            writer.append(lines.next()).append('\n');
        }
        writer.flush();
    }
}
