package dev.lintel.ui.notification;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.Projects;
import dev.lintel.domain.notification.NotificationRule;
import dev.lintel.domain.notification.NotificationRules;
import dev.lintel.domain.notification.RuleRefusedException;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the people of each project are told of, and how it looks: rule after rule, of which the first that fits decides. */
@Route(value = NotificationsView.PATH + "/rules", layout = MainLayout.class)
@PermitAll
public class NotificationRulesView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient NotificationRules rules;
    private final transient RuleChoices choices;
    private final transient List<Project> projects;
    private final transient Messages messages;
    private final transient Actor actor;
    private final Div place = new Div();
    /** What was moved last, until the focus is on it again. */
    private @Nullable String moved;

    private boolean movedUp;

    NotificationRulesView(
            NotificationRules rules, RuleChoices choices, Projects projects, Messages messages, CurrentActor current) {
        this.rules = rules;
        this.choices = choices;
        this.messages = messages;
        this.actor = current.get();
        actor.requireReach(Permission.GROUP_COMPANY_INFO_VIEW);
        this.projects = projects.list(actor);
        addClassNames("form-view", "notification-rules");
        place.addClassName("rule-sections");
        RouterLink back = new RouterLink(getTranslation("notification.title"), NotificationsView.class);
        back.addClassName("button-link");
        add(new ViewHeader(getTranslation("rule.title"), back), new Paragraph(getTranslation("rule.about")), place);
        show();
    }

    private void show() {
        place.removeAll();
        projects.forEach(project -> place.add(section(project)));
        if (projects.isEmpty()) {
            place.add(new EmptyState(getTranslation("site.noneTitle"), getTranslation("site.noneText")));
        }
    }

    private Section section(Project project) {
        List<NotificationRule> known = rules.list(actor, project.id());
        OrderedList list = new OrderedList();
        list.addClassName("rules");
        known.forEach(rule -> list.add(item(rule, known)));
        Section section = new Section(new H2(project.name()));
        section.add(known.isEmpty() ? new Paragraph(getTranslation("rule.none")) : list);
        if (rules.mayChange(actor, project.id())) {
            Button add = new Button(getTranslation("rule.add"), VaadinIcon.PLUS.create(), click -> add(project.id()));
            section.add(add);
        }
        return section;
    }

    private ListItem item(NotificationRule rule, List<NotificationRule> among) {
        NotificationRule.Draft draft = rule.draft();
        Icon icon = Looks.icon(draft.icon()).create();
        Span name = new Span(draft.name());
        name.addClassName("rule-name");
        Span says = new Span(sentence(draft));
        says.addClassName("at");
        Div text = new Div(name, says);
        text.addClassName("text");
        ListItem item = new ListItem(icon, text);
        item.addClassNames("notification", "ruled", Looks.style(draft.colour()));
        item.setClassName("off", !draft.enabled());
        if (rules.mayChange(actor, rule.project())) {
            Div buttons = new Div();
            buttons.addClassName("rule-buttons");
            move(rule, among, buttons);
            buttons.add(
                    button(VaadinIcon.EDIT, getTranslation("rule.editOf", draft.name()), () -> change(rule)),
                    button(VaadinIcon.TRASH, getTranslation("rule.deleteOf", draft.name()), () -> ask(rule)));
            item.add(buttons);
        }
        return item;
    }

    private String sentence(NotificationRule.Draft draft) {
        String topics = RuleTopic.of(draft).stream()
                .map(topic -> topic.name(messages, getLocale()))
                .collect(Collectors.joining(", "));
        return Stream.of(
                        draft.enabled() ? "" : getTranslation("rule.off"),
                        getTranslation(draft.important() ? "notification.important" : "notification.normal"),
                        topics,
                        draft.people().isEmpty()
                                ? ""
                                : getTranslation("rule.ofPeople", draft.people().size()),
                        draft.devices().isEmpty()
                                ? ""
                                : getTranslation(
                                        "rule.ofDevices", draft.devices().size()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** Whoever moves a rule by keys goes on with it: the focus follows, and says where it stands by now. */
    private void move(NotificationRule rule, List<NotificationRule> among, Div buttons) {
        int place = among.indexOf(rule) + 1;
        Button up = mover(rule, VaadinIcon.ARROW_UP, "rule.up", place - 1, place, among.size());
        Button down = mover(rule, VaadinIcon.ARROW_DOWN, "rule.down", place + 1, place, among.size());
        up.setEnabled(place > 1);
        down.setEnabled(place < among.size());
        if (among.size() > 1) {
            buttons.add(up, down);
        }
        if (rule.id().equals(moved)) {
            moved = null;
            (up.isEnabled() && (movedUp || !down.isEnabled()) ? up : down).focus();
        }
    }

    private Button mover(NotificationRule rule, VaadinIcon icon, String label, int to, int place, int all) {
        return button(icon, getTranslation(label, rule.name(), place, all), () -> {
            try {
                rules.move(actor, rule.project(), rule.id(), to);
            } catch (RuleRefusedException gone) {
                Notification.show(getTranslation(Messages.keyOf(gone.reason())));
            }
            moved = rule.id();
            movedUp = to < place;
            show();
        });
    }

    private static Button button(VaadinIcon icon, String label, Runnable action) {
        Button button = new Button(icon.create(), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }

    private void add(long project) {
        new RuleDialog(getTranslation("rule.add"), RuleDialog.FRESH, choices.of(actor, project), messages, draft -> {
                    rules.create(actor, project, draft);
                    show();
                })
                .open();
    }

    private void change(NotificationRule rule) {
        new RuleDialog(
                        getTranslation("rule.edit"),
                        rule.draft(),
                        choices.of(actor, rule.project()),
                        messages,
                        draft -> {
                            rules.change(actor, rule.project(), rule.id(), draft, rule.version());
                            show();
                        })
                .open();
    }

    private void ask(NotificationRule rule) {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(getTranslation("rule.deleteTitle", rule.name()));
        question.setText(getTranslation("rule.deleteText"));
        question.setCancelable(true);
        question.setCancelText(getTranslation("action.cancel"));
        question.setConfirmText(getTranslation("action.delete"));
        question.setConfirmButtonTheme("error primary");
        question.addConfirmListener(confirm -> {
            try {
                rules.delete(actor, rule.project(), rule.id());
            } catch (RuleRefusedException gone) {
                Notification.show(getTranslation(Messages.keyOf(gone.reason())));
            }
            show();
        });
        question.open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("rule.title") + " · Lintel";
    }
}
