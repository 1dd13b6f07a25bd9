package dev.lintel.standalone.local;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.json.JsonMapper;

/** An answer that is written line by line while the work goes on, each line one JSON value. */
final class JsonLines<T> {
    private final JsonMapper json;
    private final OutputStream out;

    JsonLines(JsonMapper json, HttpServletResponse response) throws IOException {
        this.json = json;
        response.setContentType("application/x-ndjson");
        this.out = response.getOutputStream();
    }

    void write(T line) {
        try {
            out.write(json.writeValueAsBytes(line));
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
