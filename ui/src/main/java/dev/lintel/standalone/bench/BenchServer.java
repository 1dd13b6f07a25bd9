package dev.lintel.standalone.bench;

import dev.lintel.domain.site.Site;
import dev.lintel.domain.site.SiteFile;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole server in a process and a folder of its own, both gone afterwards; 512 MB of heap, as the launcher gives it. */
final class BenchServer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration START = Duration.ofMinutes(5);
    private static final int PAGE = 1000;

    private final Process process;
    private final Path home;
    private final int mqttPort;
    private final HttpClient http = HttpClient.newHttpClient();
    private String url = "";
    private String token = "";

    private BenchServer(Process process, Path home, int mqttPort) {
        this.process = process;
        this.home = home;
        this.mqttPort = mqttPort;
    }

    static BenchServer start(Site site) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("lintel-bench");
        int mqttPort = freePort();
        ProcessBuilder builder = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("bench-server.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "LINTEL_HOME", home.toString(),
                        "LINTEL_HTTP_PORT", "0",
                        "LINTEL_MQTT_PORT", Integer.toString(mqttPort),
                        "LINTEL_MQTTS_PORT", Integer.toString(freePort())));
        BenchServer server = new BenchServer(builder.start(), home, mqttPort);
        try {
            server.awaitReady();
            server.importSite(site);
            return server;
        } catch (IOException | InterruptedException | RuntimeException e) {
            System.err.println(Files.readString(home.resolve("bench-server.log")));
            server.close();
            throw e;
        }
    }

    private static List<String> command() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        List<String> what = classes.endsWith(".jar") && !classes.contains(File.pathSeparator)
                ? List.of("-jar", classes)
                : List.of("-cp", classes, "dev.lintel.LintelApplication");
        // what the launcher gave this process, the server would have been given, too
        List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
        return Stream.of(List.of(java), options, what, List.of("run"))
                .flatMap(List::stream)
                .toList();
    }

    int mqttPort() {
        return mqttPort;
    }

    String devicePassword(String serial) throws IOException, InterruptedException {
        return send("POST", "/api/v1/devices/" + serial + "/credentials", null)
                .get("password")
                .stringValue();
    }

    /** How many of these numbers the ACS log does not have. */
    int missingInLog(List<Long> expected) throws IOException, InterruptedException {
        Set<Long> missing = new HashSet<>(expected);
        String before = "";
        while (true) {
            JsonNode page = send("GET", "/api/v1/acs-log?limit=" + PAGE + before, null);
            page.get("entries").forEach(entry -> missing.remove(entry.get("id").longValue()));
            if (page.get("next").isNull()) {
                return missing.size();
            }
            before = "&before=" + page.get("next").longValue();
        }
    }

    /** Processor time so far of the server and its database. */
    double cpuSeconds() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(time -> time.toNanos() / 1e9)
                .sum();
    }

    private void awaitReady() throws IOException, InterruptedException {
        Path announcement = home.resolve("run").resolve("server");
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (Files.exists(announcement)) {
                List<String> lines = Files.readAllLines(announcement);
                if (lines.size() == 2) {
                    url = lines.get(0);
                    token = lines.get(1);
                    if (isReady()) {
                        return;
                    }
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException("the server does not start");
    }

    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/actuator/health/readiness"))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void importSite(Site site) throws IOException, InterruptedException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        SiteFile.write(site, file);
        send("POST", "/api/v1/sites/import", file.toByteArray());
    }

    private JsonNode send(String method, String path, byte @Nullable [] body) throws IOException, InterruptedException {
        var publisher =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body);
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token)
                .method(method, publisher)
                .build();
        var response = http.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(method + " " + path + " was answered with status " + response.statusCode());
        }
        return JSON.readTree(response.body());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            System.err.println("the folder " + home + " could not be removed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
