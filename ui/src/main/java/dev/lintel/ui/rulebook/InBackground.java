package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what takes a second or more while a dialog says so, and does not keep the page from answering. */
final class InBackground {
    private static final Logger LOG = LoggerFactory.getLogger(InBackground.class);

    private InBackground() {}

    /**
     * Waits until a click of a button is over, and for as long shows what goes on.
     *
     * @param work may throw
     * @param done takes what it threw, or null
     */
    static void run(
            Dialog dialog, Button pressed, String saying, Runnable work, Consumer<@Nullable RuntimeException> done) {
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        Div progress = new Div(new Paragraph(saying), bar);
        progress.getElement().setAttribute("role", "status");
        dialog.add(progress);
        pressed.setEnabled(false);
        UI ui = UI.getCurrentOrThrow();
        Thread.startVirtualThread(() -> {
            RuntimeException failure = null;
            try {
                work.run();
            } catch (RuntimeException thrown) {
                LOG.debug("did not work", thrown);
                failure = thrown;
            }
            @Nullable RuntimeException outcome = failure;
            ui.access(() -> {
                dialog.remove(progress);
                pressed.setEnabled(true);
                done.accept(outcome);
            });
        });
    }
}
