package dev.lintel.rules.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Makes rule bases ready to run. */
final class RuleBases {
    /** Written by the kie-maven-plugin: the names of the classes that it made of the shipped rules. */
    private static final String COMPILED = "/META-INF/kie/dev.lintel/lintel-rules/drools-model";

    private static final int MOST_KEPT = 32;
    private static final Map<RuleTexts, KieBase> COMPILED_LATELY = new ConcurrentHashMap<>();

    private RuleBases() {}

    /**
     * The shipped rules as the build compiled them. Loaded from their classes without a look around the class path, which
     * takes two seconds and does not work everywhere inside a jar.
     */
    static KieBase shipped() {
        List<Model> models = new ArrayList<>();
        for (String line : lines(COMPILED)) {
            // the first line names the version of the format
            if (!line.contains(":")) {
                models.add(model(line.strip()));
            }
        }
        return KieBaseBuilder.createKieBaseFromModel(models);
    }

    /**
     * Compiles rules now. Takes a second or so, unless the same texts have been compiled lately: names and hours do not stand in
     * the texts of policies, so most changes of a draft are no change to them.
     *
     * @throws RuleCompilationException if they are wrong
     */
    static KieBase compile(RuleTexts texts) {
        if (COMPILED_LATELY.size() > MOST_KEPT) {
            COMPILED_LATELY.clear();
        }
        return COMPILED_LATELY.computeIfAbsent(texts, RuleBases::compileNow);
    }

    private static KieBase compileNow(RuleTexts texts) {
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("dev.lintel.rules", "policies", texts.fingerprint());
        KieFileSystem files = services.newKieFileSystem().generateAndWritePomXML(release);
        for (int i = 0; i < texts.drl().size(); i++) {
            files.write(
                    "src/main/resources/dev/lintel/rules/access/" + i + ".drl",
                    texts.drl().get(i));
        }
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new RuleCompilationException(
                    errors.stream().map(Message::getText).toList());
        }
        try {
            return services.newKieContainer(release).getKieBase();
        } finally {
            // the repository would keep every version ever compiled
            services.getRepository().removeKieModule(release);
        }
    }

    private static Model model(String className) {
        try {
            return (Model) Class.forName(className).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("compiled rules " + className + " cannot be loaded", e);
        }
    }

    private static List<String> lines(String resource) {
        try (InputStream in = RuleBases.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing: the rules were not compiled by the build");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
