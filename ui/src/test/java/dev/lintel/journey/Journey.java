package dev.lintel.journey;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a journey through the product needs: a server, a browser, and people at it. A journey says whether it shares the
 * server with others: then it makes projects and people of its own, has names of its own, and leaves the settings of the
 * server as they are. A step that fails ends the journey, and what was on the pages is kept in {@code
 * target/journey-pictures}.
 */
final class Journey implements BeforeAllCallback, ExecutionCondition, AfterTestExecutionCallback, AfterAllCallback {
    /** The password of the first administrator, login {@code admin}. */
    static final String PASSWORD = "seven quiet lanterns 26";

    static final Map<String, String> ENVIRONMENT = Map.of("VAADIN_PRODUCTIONMODE", "true");

    private final boolean shared;
    private final Map<String, String> more;
    private final List<Page> pages = new ArrayList<>();
    private Chromium chromium;
    private RunningServer server;
    private Postbox postbox;
    private Visitor admin;
    private boolean failed;

    private Journey(boolean shared, Map<String, String> more) {
        this.shared = shared;
        this.more = new HashMap<>(more);
        this.more.putAll(ENVIRONMENT);
    }

    /** At a server that others use, too, which can send mail. */
    static Journey onTheSharedServer() {
        return new Journey(true, Map.of());
    }

    /** At a server that nobody has ever used. */
    static Journey onANewServer() {
        return onANewServer(Map.of());
    }

    /** @param more environment variables of that server */
    static Journey onANewServer(Map<String, String> more) {
        return new Journey(false, more);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
        var store = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL);
        chromium = store.computeIfAbsent(Chromium.class, key -> Chromium.open(), Chromium.class);
        if (shared) {
            SharedServer all = store.computeIfAbsent(SharedServer.class, key -> start(), SharedServer.class);
            server = all.server();
            postbox = all.postbox();
        } else {
            server = RunningServer.start(more);
        }
    }

    private SharedServer start() {
        try {
            return new SharedServer(chromium);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    RunningServer server() {
        return server;
    }

    /** Where the shared server's mail arrives. */
    Postbox postbox() {
        return Objects.requireNonNull(postbox, "only the shared server can send mail");
    }

    /** Somebody new, not logged in. */
    Visitor visitor() {
        Visitor visitor = new Visitor(chromium.newPage(), server);
        pages.add(visitor.page());
        return visitor;
    }

    /** The first administrator, logged in, always at the same page. */
    Visitor admin() {
        if (admin == null) {
            admin = visitor();
            if (shared) {
                admin.logIn("admin", PASSWORD);
            } else {
                admin.beginWith(server.oneTimePassword().orElseThrow());
            }
        }
        return admin;
    }

    /** Imports a site file and returns the number of its project. */
    long imported(String site) throws IOException, InterruptedException {
        var answer = server.rest("POST", "/api/v1/sites/import", site);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
        return Long.parseLong(answer.body().replaceAll("(?s)^.*?\"project\":(\\d+).*$", "$1"));
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return failed
                ? ConditionEvaluationResult.disabled("an earlier step failed")
                : ConditionEvaluationResult.enabled("so far all went well");
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            failed = true;
            String name = context.getRequiredTestClass().getSimpleName() + "."
                    + context.getRequiredTestMethod().getName();
            for (int i = 0; i < pages.size(); i++) {
                Path picture = Path.of("target", "journey-pictures", name + "-" + i + ".png");
                pages.get(i).screenshot(new Page.ScreenshotOptions().setPath(picture));
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException, InterruptedException {
        pages.forEach(page -> page.context().close());
        if (!shared && server != null) {
            server.close();
        }
    }
}
