package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.rulebook.RulebookRefusedException;
import dev.lintel.domain.rulebook.RulebookVersion;
import dev.lintel.domain.rulebook.Rulebooks;
import dev.lintel.domain.rulebook.report.RuleReports;
import dev.lintel.domain.rulebook.report.VersionChange;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All versions of the rules that were ever in force, and the way back to one of them. */
@Route(value = RuleHistoryView.PATH + "/:project(\\d{1,18})", layout = MainLayout.class)
@PermitAll
public class RuleHistoryView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    public static final String PATH = "rule-history";

    private static final long serialVersionUID = 1L;

    private final transient Rulebooks rulebooks;
    private final transient RuleReports reports;
    private final transient ReportText texts;
    private final transient Messages messages;
    private final transient Actor actor;

    RuleHistoryView(
            Rulebooks rulebooks, RuleReports reports, ReportText texts, Messages messages, CurrentActor current) {
        this.rulebooks = rulebooks;
        this.reports = reports;
        this.texts = texts;
        this.messages = messages;
        this.actor = current.get();
        actor.requireReach(Permission.RULE_VIEW);
        addClassNames("form-view", "rule-history");
    }

    static String path(long project) {
        return PATH + "/" + project;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long project = event.getRouteParameters().getLong("project").orElseThrow(NotFoundException::new);
        if (!rulebooks.may(actor, Permission.RULE_VIEW, project)) {
            throw new NotFoundException();
        }
        show(project);
    }

    private void show(long project) {
        removeAll();
        Anchor back = new Anchor(RulesView.PATH + "/" + project, getTranslation("rulebook.title"));
        back.addClassName("button-link");
        Anchor toReports = new Anchor(RuleReportsView.path(project), getTranslation("ruleReport.title"));
        toReports.addClassName("button-link");
        add(new ViewHeader(getTranslation("rulebook.historyTitle"), back, toReports));
        List<RulebookVersion> versions = rulebooks.history(actor, project);
        if (versions.isEmpty()) {
            add(new EmptyState(getTranslation("rulebook.noHistoryTitle"), getTranslation("rulebook.noHistoryText")));
            return;
        }
        UI ui = UI.getCurrentOrThrow();
        boolean mayRollBack = rulebooks.may(actor, Permission.RULE_PUBLISH, project);
        ReportWords words = texts.words(actor, project, BrowserZone.moments(ui, messages));
        Map<Integer, VersionChange> changes = reports.changes(actor, project);
        OrderedList list = new OrderedList();
        list.addClassName("rule-versions");
        for (RulebookVersion version : versions) {
            VersionItem item = new VersionItem(version, changes.get(version.number()), words);
            if (mayRollBack
                    && version.state() == RulebookVersion.State.RETIRED
                    && version.standing().everywhere() != null) {
                item.offerRollBack(() -> ask(version));
            }
            list.add(item);
        }
        add(list);
    }

    private void ask(RulebookVersion version) {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(getTranslation("rulebook.rollBackTitle", version.number()));
        question.setText(getTranslation("rulebook.rollBackText"));
        question.setCancelable(true);
        question.setCancelText(getTranslation("action.cancel"));
        question.setConfirmText(getTranslation("rulebook.rollBack"));
        question.setConfirmButtonTheme("primary");
        question.addConfirmListener(confirm -> {
            try {
                RulebookVersion made = rulebooks.rollBack(actor, version.project(), version.number());
                Notification.show(getTranslation("rulebook.rolledBack", version.number(), made.number()));
            } catch (RulebookRefusedException refused) {
                Notification.show(
                        refused.problems().stream().map(Refusals::reason).collect(Collectors.joining(" ")));
            }
            show(version.project());
        });
        question.open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("rulebook.historyTitle") + " · Lintel";
    }
}
