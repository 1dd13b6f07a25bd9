package dev.lintel.ui.user.exchange;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.exchange.UserFileException;
import dev.lintel.domain.user.exchange.UserImport;
import dev.lintel.domain.user.exchange.UserImport.Outcome;
import dev.lintel.domain.user.exchange.UserImport.Verdict;
import dev.lintel.domain.user.people.UserRefusedException.Problem;
import dev.lintel.ui.component.UploadWords;
import dev.lintel.ui.i18n.Messages;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file of users in three steps: upload, a dry run that says what becomes of each row, and the import with its progress. */
final class UserTableImport extends Section {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(UserTableImport.class);
    private static final double SMALLEST_STEP = 0.01;

    private final transient UserImport imports;
    private final transient Actor actor;
    private final transient Project project;
    private final Upload upload;
    private final Div result = new Div();
    private transient byte @Nullable [] file;

    UserTableImport(UserImport imports, Actor actor, Project project) {
        this.imports = imports;
        this.actor = actor;
        this.project = project;
        upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> check(bytes)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(UserImport.MOST_BYTES);
        upload.setAcceptedFileExtensions(".csv", ".txt", ".tsv");
        upload.setI18n(UploadWords.in(UI.getCurrentOrThrow(), "upload.choose"));
        upload.addFileRemovedListener(removed -> forget());
        upload.addFileRejectedListener(rejected -> say(rejected.getErrorMessage()));
        result.getElement().setAttribute("aria-live", "polite");
        result.addClassName("import-result");
        add(
                new H2(project.name()),
                new Paragraph(getTranslation("userImport.about")),
                new Anchor(sample(), getTranslation("userImport.sample")),
                upload,
                result);
    }

    private DownloadHandler sample() {
        byte[] table = ("\uFEFF" + getTranslation("userImport.sampleTable")).getBytes(StandardCharsets.UTF_8);
        return DownloadHandler.fromInputStream(
                event -> new DownloadResponse(new ByteArrayInputStream(table), "users.csv", "text/csv", table.length));
    }

    /** The dry run. */
    private void check(byte[] bytes) {
        file = bytes;
        ProgressBar waiting = new ProgressBar();
        waiting.setIndeterminate(true);
        show(new Paragraph(getTranslation("import.checking")), waiting);
        inBackground(ui -> {
            Outcome plan = imports.plan(actor, project.id(), bytes);
            ui.access(() -> offer(plan));
        });
    }

    private void offer(Outcome plan) {
        show(new Paragraph(getTranslation(
                "userImport.read",
                plan.format().encoding(),
                getTranslation(separator(plan.format().separator())))));
        result.add(new VerdictTable(
                getTranslation("person.name"),
                plan.lines().stream()
                        .map(line -> new VerdictTable.Line(
                                line.line(),
                                line.name(),
                                line.verdict(),
                                line.problems().stream().map(this::said).toList()))
                        .toList()));
        int stored = plan.count(Verdict.ADDED) + plan.count(Verdict.CHANGED);
        if (plan.count(Verdict.REFUSED) > 0) {
            result.add(problem(getTranslation("userImport.correct")));
        } else if (stored == 0) {
            result.add(new Paragraph(getTranslation("userImport.nothing")));
        } else {
            Button apply = new Button(getTranslation("userImport.apply", stored), click -> apply());
            apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            apply.setDisableOnClick(true);
            result.add(apply);
        }
    }

    private static String separator(char separator) {
        return switch (separator) {
            case ';' -> "userImport.separatorSemicolon";
            case '\t' -> "userImport.separatorTab";
            default -> "userImport.separatorComma";
        };
    }

    private void apply() {
        byte[] bytes = file;
        if (bytes == null) {
            return;
        }
        ProgressBar bar = new ProgressBar();
        show(new Paragraph(getTranslation("userImport.working")), bar);
        inBackground(ui -> {
            double[] shown = {0};
            Outcome outcome = imports.load(actor, project.id(), bytes, progress -> {
                if (progress - shown[0] >= SMALLEST_STEP) {
                    shown[0] = progress;
                    ui.access(() -> bar.setValue(Math.min(1, progress)));
                }
            });
            ui.access(() -> finished(outcome));
        });
    }

    /** Somebody may have changed what the rows mean since the dry run; then nothing is stored. */
    private void finished(Outcome outcome) {
        if (!outcome.stored()) {
            offer(outcome);
            return;
        }
        upload.clearFileList();
        forget();
        show(
                new Paragraph(getTranslation(
                        "userImport.done", outcome.count(Verdict.ADDED), outcome.count(Verdict.CHANGED))),
                new Anchor("users?project=" + project.id(), getTranslation("userImport.toUsers")));
    }

    private void inBackground(Work work) {
        UI ui = UI.getCurrentOrThrow();
        Thread.ofVirtual().name("user-import").start(() -> {
            try {
                work.run(ui);
            } catch (UserFileException wrong) {
                ui.access(() -> say(getTranslation(Messages.keyOf(wrong.reason()))));
            } catch (RuntimeException failed) {
                LOG.error("an import of users failed", failed);
                ui.access(() -> say(getTranslation("import.failed")));
            }
        });
    }

    private interface Work {
        void run(UI ui);
    }

    private void say(String text) {
        show(problem(text));
    }

    private static Paragraph problem(String text) {
        Paragraph problem = new Paragraph(text);
        problem.addClassName("problem");
        return problem;
    }

    private void show(Component... components) {
        result.removeAll();
        result.add(components);
    }

    private void forget() {
        file = null;
        result.removeAll();
    }

    private String said(Problem problem) {
        String why = getTranslation(Messages.keyOf(problem.field())) + ": "
                + getTranslation(Messages.keyOf(problem.reason()));
        return problem.value().isEmpty() ? why : why + " (" + problem.value() + ")";
    }
}
