package dev.lintel.standalone.local;

import dev.lintel.domain.audit.seal.ExpectedHead;
import dev.lintel.domain.device.IssuedCredential;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server that runs on this machine, as the command line reaches it.
 *
 * @param url for example {@code http://127.0.0.1:8080}
 * @param token the server's {@code LocalToken}
 */
record LocalServer(String url, String token) implements Services {
    static final String IMPORT = "/api/v1/local/import";
    static final String VERIFY_LOG = "/api/v1/local/verify-log";

    private static final JsonMapper JSON = new JsonMapper();

    /** Where a running server says how to reach it, readable by its own user only. */
    static Path file(Path home) {
        return home.resolve("run").resolve("server");
    }

    /** The one that uses this home; empty while none is ready. */
    static Optional<LocalServer> of(Path home) throws IOException {
        if (!Files.exists(file(home))) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file(home));
        return lines.size() == 2 ? Optional.of(new LocalServer(lines.get(0), lines.get(1))) : Optional.empty();
    }

    @Override
    public void load(Path file, Loading loading, Consumer<ImportLine> lines) throws IOException, InterruptedException {
        String path = IMPORT + "?dryRun=" + loading.dryRun() + "&prune=" + loading.prune();
        HttpRequest request =
                to(path).POST(HttpRequest.BodyPublishers.ofFile(file)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Stream<String>> response = client.send(request, BodyHandlers.ofLines());
            requireSuccess(response);
            response.body().forEach(line -> lines.accept(JSON.readValue(line, ImportLine.class)));
        }
    }

    @Override
    public void verify(List<ExpectedHead> expected, Consumer<VerificationLine> lines)
            throws IOException, InterruptedException {
        HttpRequest request = to(VERIFY_LOG)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(expected)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Stream<String>> response = client.send(request, BodyHandlers.ofLines());
            requireSuccess(response);
            response.body().forEach(line -> lines.accept(JSON.readValue(line, VerificationLine.class)));
        }
    }

    @Override
    public Optional<IssuedCredential> issueCredential(String serial) throws IOException, InterruptedException {
        String name = URLEncoder.encode(serial, StandardCharsets.UTF_8).replace("+", "%20");
        HttpRequest request = to("/api/v1/devices/" + name + "/credentials")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() == 404) {
                return Optional.empty();
            }
            requireSuccess(response);
            return Optional.of(JSON.readValue(response.body(), IssuedCredential.class));
        }
    }

    @Override
    public void close() {
        // each request has its own client
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token);
    }

    private static void requireSuccess(HttpResponse<?> response) throws IOException {
        if (response.statusCode() / 100 != 2) {
            throw new IOException("the running server answered with status " + response.statusCode());
        }
    }
}
