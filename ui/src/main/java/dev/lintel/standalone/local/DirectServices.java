package dev.lintel.standalone.local;

import dev.lintel.domain.audit.seal.ExpectedHead;
import dev.lintel.domain.audit.seal.LogVerification;
import dev.lintel.domain.device.DeviceRegistry;
import dev.lintel.domain.device.IssuedCredential;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.site.Sites;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;

/** The domain with its database, in this process and for one command. */
record DirectServices(ConfigurableApplicationContext context) implements Services {
    static DirectServices start() {
        return new DirectServices(DomainOnly.start());
    }

    @Override
    public void load(Path file, Loading loading, Consumer<ImportLine> lines) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            loading.load(context.getBean(Sites.class), Actor.server(), content, lines);
        }
    }

    @Override
    public void verify(List<ExpectedHead> expected, Consumer<VerificationLine> lines) {
        LogVerification verification = context.getBean(LogVerification.class);
        lines.accept(VerificationLine.done(
                verification.verify(Actor.server(), expected, done -> lines.accept(VerificationLine.progress(done)))));
    }

    @Override
    public Optional<IssuedCredential> issueCredential(String serial) {
        return context.getBean(DeviceRegistry.class).issueCredential(Actor.server(), serial);
    }

    @Override
    public void close() {
        context.close();
    }
}
