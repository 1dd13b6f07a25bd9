package dev.lintel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** One server for all journeys that do not mind what others leave on it. It can send mail. */
final class SharedServer implements AutoCloseable {
    private final Postbox postbox = new Postbox();
    private final RunningServer server;

    SharedServer(Chromium chromium) throws IOException, InterruptedException {
        server = RunningServer.start(Journey.ENVIRONMENT);
        Visitor admin = new Visitor(chromium.newPage(), server);
        admin.beginWith(server.oneTimePassword().orElseThrow());
        put("/api/v1/settings", """
                {"name":"Journeys","serverUrl":"%s","defaultLanguage":"en"}""".formatted(admin.url("")));
        put("/api/v1/mail-server", """
                {"host":"127.0.0.1","port":%d,"encryption":"none","senderAddress":"doors@example.org"}""".formatted(postbox.port()));
        admin.page().context().close();
    }

    RunningServer server() {
        return server;
    }

    Postbox postbox() {
        return postbox;
    }

    private void put(String path, String body) throws IOException, InterruptedException {
        var answer = server.rest("PUT", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        server.close();
        postbox.close();
    }
}
