package dev.lintel.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import dev.lintel.domain.audit.seal.ChainReport;
import dev.lintel.domain.audit.seal.LogVerification;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.Projects;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Walks the seals of the logs, and says whether anybody has changed them. */
@Route(value = AuditView.PATH + "/verification", layout = MainLayout.class)
@PermitAll
public class VerificationView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(VerificationView.class);
    private static final double SMALLEST_STEP = 0.01;

    private final transient LogVerification verification;
    private final transient Projects projects;
    private final transient Actor actor;
    private final transient Moments moments;
    private final Button check;
    private final ProgressBar bar = new ProgressBar();
    private final Div result = new Div();

    VerificationView(LogVerification verification, Projects projects, Messages messages, CurrentActor current) {
        this.moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
        this.verification = verification;
        this.projects = projects;
        this.actor = current.get();
        actor.require(Permission.AUDIT_VIEW);
        addClassNames("form-view", "verification");
        check = new Button(getTranslation("verification.check"), click -> start());
        check.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        check.setDisableOnClick(true);
        RouterLink back = new RouterLink(getTranslation("audit.title"), AuditView.class);
        back.addClassName("button-link");
        result.getElement().setAttribute("aria-live", "polite");
        bar.setVisible(false);
        Paragraph about = new Paragraph(getTranslation("verification.about"));
        add(new ViewHeader(getTranslation("verification.title"), back, check), about, bar, result);
    }

    private void start() {
        UI ui = UI.getCurrentOrThrow();
        result.removeAll();
        bar.setValue(0);
        bar.setVisible(true);
        Thread.ofVirtual().name("verification").start(() -> verify(ui));
    }

    private void verify(UI ui) {
        try {
            double[] shown = {0};
            List<ChainReport> reports = verification.verify(actor, List.of(), done -> {
                if (done - shown[0] >= SMALLEST_STEP) {
                    shown[0] = done;
                    ui.access(() -> bar.setValue(done));
                }
            });
            Map<Long, String> names =
                    projects.list(actor).stream().collect(Collectors.toMap(Project::id, Project::name));
            ui.access(() -> end(new ChainTable(reports, names, moments)));
        } catch (UIDetachedException gone) {
            LOG.debug("nobody waits for this verification any more");
        } catch (RuntimeException failure) {
            LOG.error("the logs could not be verified", failure);
            ui.access(() -> end(new Paragraph(getTranslation("verification.failed"))));
        }
    }

    private void end(Component said) {
        bar.setVisible(false);
        check.setEnabled(true);
        result.add(said);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("verification.title") + " · Lintel";
    }
}
