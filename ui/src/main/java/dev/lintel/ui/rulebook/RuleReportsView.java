package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.rulebook.RulebookVersion;
import dev.lintel.domain.rulebook.Rulebooks;
import dev.lintel.domain.rulebook.report.PolicyCount;
import dev.lintel.domain.rulebook.report.ReportMail;
import dev.lintel.domain.rulebook.report.ReportMail.Every;
import dev.lintel.domain.rulebook.report.ReportMails;
import dev.lintel.domain.rulebook.report.ReportRefusedException;
import dev.lintel.domain.rulebook.report.Rule;
import dev.lintel.domain.rulebook.report.RuleReports;
import dev.lintel.domain.rulebook.report.UnusedRight;
import dev.lintel.domain.rulebook.report.VersionChange;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.DateWords;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reports on the rules of a project: in force when, changed by whom, never used; and the same by mail. */
@Route(value = RuleReportsView.PATH + "/:project(\\d{1,18})", layout = MainLayout.class)
@PermitAll
public class RuleReportsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    public static final String PATH = "rule-reports";

    private static final long serialVersionUID = 1L;
    private static final int USUAL_DAYS = 30;

    private final transient Rulebooks rulebooks;
    private final transient RuleReports reports;
    private final transient ReportMails mails;
    private final transient ReportText texts;
    private final transient InstantSource clock;
    private final transient Actor actor;
    private long project;

    RuleReportsView(
            Rulebooks rulebooks,
            RuleReports reports,
            ReportMails mails,
            ReportText texts,
            InstantSource clock,
            CurrentActor current) {
        this.rulebooks = rulebooks;
        this.reports = reports;
        this.mails = mails;
        this.texts = texts;
        this.clock = clock;
        this.actor = current.get();
        actor.requireReach(Permission.RULE_VIEW);
        addClassNames("form-view", "rule-reports");
    }

    static String path(long project) {
        return PATH + "/" + project;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        project = event.getRouteParameters().getLong("project").orElseThrow(NotFoundException::new);
        if (!rulebooks.may(actor, Permission.RULE_VIEW, project)) {
            throw new NotFoundException();
        }
        removeAll();
        Anchor back = new Anchor(RulesView.PATH + "/" + project, getTranslation("rulebook.title"));
        back.addClassName("button-link");
        Anchor history = new Anchor(RuleHistoryView.path(project), getTranslation("rulebook.history"));
        history.addClassName("button-link");
        add(new ViewHeader(getTranslation("ruleReport.title"), back, history), inForce(), changes(), counted());
        if (reports.mayHaveWhole(actor, project)) {
            add(unused(), mail());
        }
    }

    private Moments moments() {
        return BrowserZone.moments(UI.getCurrentOrThrow(), texts.messages());
    }

    private ReportWords words() {
        return texts.words(actor, project, moments());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), moments().zone());
    }

    private DatePicker day(String key, LocalDate usual) {
        DatePicker day = new DatePicker(getTranslation(key));
        day.setI18n(DateWords.in(UI.getCurrentOrThrow()));
        day.setLocale(Language.nearest(getLocale()).formats());
        day.setValue(usual);
        day.setMax(today());
        return day;
    }

    /** The end of a day; of today this moment. */
    private Instant end(DatePicker day) {
        LocalDate chosen = Objects.requireNonNullElse(day.getValue(), today());
        Instant end = chosen.plusDays(1).atStartOfDay(moments().zone()).toInstant();
        Instant now = clock.instant();
        return end.isAfter(now) ? now : end;
    }

    private ReportSection inForce() {
        DatePicker day = day("ruleReport.day", today());
        return new ReportSection(
                getTranslation("ruleReport.inForceTitle"),
                where -> {
                    Optional<RulebookVersion> version = reports.inForce(actor, project, end(day));
                    where.say(words().inForce(version.orElse(null)));
                    version.ifPresent(found -> where.rules(words().rules(found.rules())));
                },
                day);
    }

    private ReportSection changes() {
        DatePicker from = day("ruleReport.from", today().minusDays(USUAL_DAYS));
        DatePicker until = day("ruleReport.until", today());
        return new ReportSection(
                getTranslation("ruleReport.changesTitle"),
                where -> {
                    LocalDate first = Objects.requireNonNullElse(from.getValue(), today());
                    List<VersionChange> changes = reports.changes(
                            actor, project, first.atStartOfDay(moments().zone()).toInstant(), end(until));
                    if (changes.isEmpty()) {
                        where.say(getTranslation("ruleReport.noChanges"));
                    }
                    ReportWords words = words();
                    for (VersionChange change : changes) {
                        where.say(words.version(change.version()));
                        where.rules(words.changes(change));
                    }
                },
                from,
                until);
    }

    private IntegerField days(int usual) {
        IntegerField days = new IntegerField(getTranslation("ruleReport.days"));
        days.setMin(1);
        days.setMax(RuleReports.MOST_DAYS);
        days.setStepButtonsVisible(true);
        days.setValue(usual);
        return days;
    }

    private ReportSection counted() {
        IntegerField days = days(USUAL_DAYS);
        return new ReportSection(
                getTranslation("ruleReport.countedTitle"),
                where -> {
                    int last = Objects.requireNonNullElse(days.getValue(), 0);
                    Map<String, List<PolicyCount>> counts = reports.counted(actor, project, last).stream()
                            .collect(Collectors.groupingBy(
                                    PolicyCount::policy, LinkedHashMap::new, Collectors.toList()));
                    if (counts.isEmpty()) {
                        where.say(getTranslation("ruleReport.nothingCounted", last));
                    }
                    ReportWords words = words();
                    counts.values().forEach(ofPolicy -> {
                        where.say(words.counted(ofPolicy));
                        where.list(ofPolicy.stream().map(words::counted).toList());
                    });
                },
                days);
    }

    private ReportSection unused() {
        IntegerField days = days(ReportMails.DAYS);
        return new ReportSection(
                getTranslation("ruleReport.unusedTitle"),
                where -> {
                    int last = Objects.requireNonNullElse(days.getValue(), 0);
                    List<Rule> rules = reports.unusedRules(actor, project, last);
                    where.say(getTranslation(
                            rules.isEmpty() ? "ruleReport.noUnusedRules" : "ruleReport.unusedRules", last));
                    ReportWords words = words();
                    where.rules(words.rules(rules));
                    List<UnusedRight> rights = reports.unusedRights(actor, project, last);
                    where.say(getTranslation(
                            rights.isEmpty() ? "ruleReport.noUnusedRights" : "ruleReport.unusedRights", last));
                    where.list(rights.stream().map(words::right).toList());
                },
                days);
    }

    private Section mail() {
        Select<Every> every = new Select<>();
        every.setLabel(getTranslation("ruleReport.every"));
        every.setEmptySelectionAllowed(true);
        every.setEmptySelectionCaption(getTranslation("ruleReport.never"));
        every.setItems(Every.values());
        every.setItemLabelGenerator(one -> getTranslation(one == null ? "ruleReport.never" : Messages.keyOf(one)));
        Paragraph next = new Paragraph();
        Optional<ReportMail> own = mails.own(actor, project);
        own.ifPresent(mail -> every.setValue(mail.every()));
        say(next, own);
        every.addValueChangeListener(change -> {
            if (!change.isFromClient()) {
                return;
            }
            try {
                say(next, mails.want(actor, project, change.getValue()));
                Notification.show(getTranslation("ruleReport.kept"));
            } catch (ReportRefusedException refused) {
                every.setValue(change.getOldValue());
                Notification.show(Refusals.reason(refused.problems().getFirst()));
            }
        });
        Paragraph about = new Paragraph(getTranslation("ruleReport.mailAbout"));
        about.addClassName("about");
        Section section = new Section(new H2(getTranslation("ruleReport.mailTitle")), about, every, next);
        section.addClassName("rule-report");
        return section;
    }

    private void say(Paragraph next, Optional<ReportMail> mail) {
        next.setVisible(mail.isPresent());
        mail.ifPresent(
                one -> next.setText(getTranslation("ruleReport.next", moments().inList(one.next()))));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ruleReport.title") + " · Lintel";
    }
}
