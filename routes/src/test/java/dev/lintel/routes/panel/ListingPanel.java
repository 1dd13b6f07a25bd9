package dev.lintel.routes.panel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A panel with identifiers, as far as the documented HTTP interface tells of them. */
public final class ListingPanel implements AutoCloseable {
    /** MD5 of "123456", in capitals. */
    private static final String PASSWORD = "E10ADC3949BA59ABBE56E057F20F883E";

    private static final String TOKEN = "5f0c1f9e-0b0a-4f7e-9d6e-0a1b2c3d4e5f";
    private static final Pattern PAGE = Pattern.compile("limit=(\\d+)&page_number=(\\d+)");

    private final HttpServer server;
    private final String api;
    private final List<String> items = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    private ListingPanel(String api) {
        this.api = api;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    /** @param api {@code /api/v1}, or {@code /api/v0} as older ones */
    public static ListingPanel speaking(String api) {
        return new ListingPanel(api);
    }

    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    public ListingPanel with(String type, String number, String owner, String valid) {
        items.add("""
                {"identifier_uid":%d,"identifier_owner":{"name":"%s","type":"owner"},"identifier_type":"%s",
                 "identifier_number":"%s","lock":"all","valid":%s}""".formatted(items.size(), owner, type, number, valid));
        return this;
    }

    /** What it was asked for, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String uri = exchange.getRequestURI().toString();
        asked.add(uri);
        if (uri.startsWith(api + "/login")) {
            boolean welcome = uri.endsWith("?username=admin&password=" + PASSWORD);
            answer(
                    exchange,
                    welcome ? 200 : 401,
                    welcome ? "{\"token\":\"" + TOKEN + "\",\"account_type\":\"admin\"}" : "{\"error\":\"Log In\"}");
            return;
        }
        Matcher page = PAGE.matcher(uri);
        if (!uri.startsWith(api + "/access/identifier/items") || !page.find()) {
            answer(exchange, 404, "");
        } else if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"error\":\"Log In\"}");
        } else {
            answer(exchange, 200, page(Integer.parseInt(page.group(1)), Integer.parseInt(page.group(2))));
        }
    }

    private String page(int limit, int number) {
        String some =
                items.stream().skip((long) limit * (number - 1)).limit(limit).collect(Collectors.joining(","));
        return """
                {"list_option":{"pagination":{"total_items":%d,"items_limit":%d,"total_pages":%d,"current_page":%d}},
                 "list_items":[%s]}""".formatted(items.size(), limit, (items.size() + limit - 1) / limit, number, some);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
