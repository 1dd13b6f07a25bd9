package dev.lintel.ui.site;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.site.ImportPlan;
import dev.lintel.domain.site.SiteFileException;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.user.LastAdministratorException;
import dev.lintel.domain.user.people.UserRefusedException;
import dev.lintel.ui.component.UploadWords;
import dev.lintel.ui.i18n.Messages;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a site file in three steps: upload, a dry run that shows what would change or what is wrong, and the import
 * itself with its progress. Nothing is stored before the last.
 */
public final class SiteImport extends Div {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(SiteImport.class);
    private static final int LARGEST_FILE_BYTES = 512 * 1024 * 1024;
    private static final double SMALLEST_STEP = 0.01;

    private final transient Sites sites;
    private final transient Actor actor;
    private final transient Runnable done;
    private final Upload upload;
    private final Checkbox prune = new Checkbox(getTranslation("import.prune"));
    private final Div result = new Div();
    private transient @Nullable Path file;

    /** @param done called with the page locked, after every import that was stored */
    public SiteImport(Sites sites, Actor actor, Runnable done) {
        this.sites = sites;
        this.actor = actor;
        this.done = done;
        addClassName("site-import");
        upload = new Upload(UploadHandler.toTempFile((metadata, temporary) -> uploaded(temporary)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST_FILE_BYTES);
        upload.setAcceptedFileExtensions(".jsonl", ".json", ".txt");
        upload.setI18n(UploadWords.in(UI.getCurrentOrThrow(), "upload.choose"));
        upload.addFileRemovedListener(removed -> forget());
        upload.addFileRejectedListener(rejected -> say(rejected.getErrorMessage()));
        prune.setHelperText(getTranslation("import.pruneWarning"));
        prune.addValueChangeListener(change -> check());
        prune.setVisible(false);
        result.getElement().setAttribute("aria-live", "polite");
        add(upload, prune, result);
    }

    private void uploaded(File temporary) {
        file = temporary.toPath();
        check();
    }

    /** The dry run. */
    private void check() {
        Path path = file;
        if (path == null) {
            return;
        }
        ProgressBar waiting = new ProgressBar();
        waiting.setIndeterminate(true);
        show(new Paragraph(getTranslation("import.checking")), waiting);
        boolean pruning = prune.getValue();
        inBackground(ui -> {
            try (InputStream in = open(path)) {
                ImportPlan plan = sites.plan(actor, in, pruning);
                ui.access(() -> offer(plan));
            }
        });
    }

    private void offer(ImportPlan plan) {
        prune.setVisible(!plan.isNewProject());
        Button apply = new Button(getTranslation("import.apply"), click -> apply());
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        PlanSummary summary = new PlanSummary(plan);
        if (summary.changesNothing()) {
            show(summary);
        } else {
            show(summary, apply);
        }
    }

    private void apply() {
        Path path = file;
        if (path == null) {
            return;
        }
        prune.setVisible(false);
        ProgressBar bar = new ProgressBar();
        show(new Paragraph(getTranslation("import.working")), bar);
        boolean pruning = prune.getValue();
        inBackground(ui -> {
            try (InputStream in = open(path)) {
                double[] shown = {0};
                ImportPlan stored = sites.load(actor, in, pruning, progress -> {
                    if (progress - shown[0] >= SMALLEST_STEP) {
                        shown[0] = progress;
                        ui.access(() -> bar.setValue(Math.min(1, progress)));
                    }
                });
                ui.access(() -> finished(stored));
            }
        });
    }

    private void finished(ImportPlan stored) {
        upload.clearFileList();
        forget();
        show(new Paragraph(getTranslation("import.done", stored.name())));
        done.run();
    }

    private void inBackground(Work work) {
        UI ui = UI.getCurrentOrThrow();
        Thread.ofVirtual().name("site-import").start(() -> {
            try {
                work.run(ui);
            } catch (SiteFileException wrong) {
                ui.access(() -> show(new ProblemTable(wrong.problems())));
            } catch (LastAdministratorException last) {
                ui.access(() -> say(getTranslation(Messages.keyOf(UserRefusedException.Reason.LAST_ADMINISTRATOR))));
            } catch (IOException | RuntimeException failed) {
                LOG.error("a site import failed", failed);
                ui.access(() -> say(getTranslation("import.failed")));
            }
        });
    }

    private interface Work {
        void run(UI ui) throws IOException;
    }

    private static InputStream open(Path path) throws IOException {
        return new BufferedInputStream(Files.newInputStream(path));
    }

    private void say(String text) {
        Paragraph problem = new Paragraph(text);
        problem.addClassName("problem");
        show(problem);
    }

    private void show(Component... components) {
        result.removeAll();
        result.add(components);
    }

    private void forget() {
        Path path = file;
        file = null;
        prune.setVisible(false);
        prune.setValue(false);
        result.removeAll();
        if (path != null) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException stays) {
                LOG.warn("an uploaded site file could not be removed", stays);
            }
        }
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        super.onDetach(detach);
        forget();
    }
}
