package dev.lintel.routes.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A request whose parameters stand in its query only, and whose body is bounded. */
final class ApiRequest extends HttpServletRequestWrapper {
    private static final String JSON = "application/json";

    private final long most;
    private final MultiValueMap<String, String> query;

    /** @param most bytes of the body that are read */
    ApiRequest(HttpServletRequest request, long most) {
        super(request);
        this.most = most;
        this.query = query(request.getQueryString());
    }

    private static MultiValueMap<String, String> query(@Nullable String text) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        for (String pair : text == null ? new String[0] : text.split("&")) {
            String[] halves = pair.split("=", 2);
            if (!halves[0].isEmpty()) {
                parameters.add(decoded(halves[0]), halves.length == 1 ? "" : decoded(halves[1]));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    @Override
    public @Nullable String getContentType() {
        String said = super.getContentType();
        boolean form = said == null || said.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
        return form ? JSON : said;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isContentType(name) ? getContentType() : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isContentType(name) ? Collections.enumeration(List.of(contentType())) : super.getHeaders(name);
    }

    @Override
    public @Nullable String getParameter(String name) {
        return query.getFirst(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return query.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .toArray(String[]::new)));
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(query.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        List<String> values = query.get(name);
        return values == null ? null : values.toArray(String[]::new);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (getContentLengthLong() > most) {
            throw new BodyTooLargeException(most);
        }
        return new Bounded(super.getInputStream());
    }

    private String contentType() {
        String type = getContentType();
        return type == null ? JSON : type;
    }

    private static boolean isContentType(String header) {
        return header.equalsIgnoreCase("Content-Type");
    }

    /** Counts what is read: a chunked body does not say its length beforehand. */
    private final class Bounded extends ServletInputStream {
        private final ServletInputStream body;
        private long read;

        private Bounded(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int b = body.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = body.read(bytes, offset, length);
            count(Math.max(n, 0));
            return n;
        }

        private void count(int more) throws IOException {
            read += more;
            if (read > most) {
                throw new BodyTooLargeException(most);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
