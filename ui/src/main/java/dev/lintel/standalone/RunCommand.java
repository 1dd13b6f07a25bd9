package dev.lintel.standalone;

import dev.lintel.LintelApplication;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;

/** Runs the server until it is told to stop. */
final class RunCommand implements Command {
    /** For a trial, from which the JVM learns to start and to open doors more quickly: how long it lasts. */
    private static final String TRIAL = "lintel.trial";

    @Override
    public String name() {
        return "run";
    }

    @Override
    public String usage() {
        return "[--demo]\n  runs the server; with a demo site and simulated panels";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws InterruptedException {
        ConfigurableApplicationContext context;
        try {
            SpringApplication application = new SpringApplication(LintelApplication.class);
            application.addInitializers(fresh -> requirePlace(fresh.getEnvironment()));
            context = application.run(args.toArray(String[]::new));
        } catch (RuntimeException alreadyReported) {
            return 1;
        }
        Duration trial = context.getEnvironment().getProperty(TRIAL, Duration.class);
        if (trial != null) {
            TimeUnit.MILLISECONDS.sleep(trial.toMillis());
            context.close();
            return 0;
        }
        CountDownLatch closed = new CountDownLatch(1);
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> closed.countDown());
        closed.await();
        return 0;
    }

    /** Says at once, and not after half a start, that the folder or a port is somebody else's. */
    private static void requirePlace(Environment environment) {
        LintelProperties properties =
                Binder.get(environment).bind("lintel", LintelProperties.class).get();
        try (LintelHome ignored = LintelHome.hold(properties.home())) {
            Ports.requireFree(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
