package dev.lintel.ui.group;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.group.GroupGeneration;
import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.group.GroupReach;
import dev.lintel.domain.group.GroupRefusedException;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.group.Groups;
import dev.lintel.domain.group.PlannedGroup;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.ui.component.AddressNumber;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a whole complex in three steps: levels, a preview that can be changed, and saving it all at once. */
@Route(value = "generate-groups/:project?/:group?", layout = MainLayout.class)
@PermitAll
class GenerateView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(GenerateView.class);

    private final transient Groups groups;
    private final transient GroupGeneration generation;
    private final transient Actor actor;
    private final GroupForm root = new GroupForm();
    private final Div levels = new Div();
    private final Section settings = new Section();
    private final Section result = new Section();
    private final Div outcome = new Div();
    private transient @Nullable GroupNode parent;

    GenerateView(Groups groups, GroupGeneration generation, CurrentActor current) {
        this.groups = groups;
        this.generation = generation;
        this.actor = current.get();
        addClassNames("form-view", "generate-view");
        outcome.getElement().setAttribute("aria-live", "polite");
        levels.add(LevelEditor.usual());
        root.askForZone();
    }

    static String address(GroupNode below) {
        return "generate-groups/" + below.project() + "/" + below.id();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<String> id = event.getRouteParameters().get("group");
        if (id.isPresent()) {
            long project = event.getRouteParameters()
                    .get("project")
                    .flatMap(AddressNumber::of)
                    .orElseThrow(NotFoundException::new);
            GroupNode found = groups.find(actor, project, id.get()).orElseThrow(NotFoundException::new);
            if (!GroupReach.mayAdd(actor, found)) {
                throw new PermissionDeniedException(Permission.GROUP_CREATE_DESCENDANT);
            }
            parent = found;
        } else {
            actor.require(Permission.GROUP_CREATE_ROOT);
        }
        build();
    }

    private void build() {
        removeAll();
        GroupNode above = parent;
        String title = above == null
                ? getTranslation("generate.titleRoot")
                : getTranslation("generate.titleBelow", above.name());
        add(new ViewHeader(title));
        if (above == null) {
            add(new Section(new H2(getTranslation("generate.project")), root));
        }
        Button another = new Button(getTranslation("generate.addTop"), VaadinIcon.PLUS.create());
        another.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        another.addClickListener(click -> levels.add(new LevelEditor(GroupType.CUSTOM, 1)));
        Button generate = new Button(getTranslation("generate.preview"), click -> preview());
        generate.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        settings.add(
                new H2(getTranslation("generate.levels")),
                new Paragraph(getTranslation("generate.about")),
                levels,
                another,
                generate);
        add(settings, outcome, result);
        result.setVisible(false);
    }

    private void preview() {
        try {
            show(Draft.of(PlannedGroup.of(LevelEditor.plans(levels))));
        } catch (GroupRefusedException refused) {
            say(refused);
        }
    }

    private void show(Draft draft) {
        outcome.removeAll();
        result.removeAll();
        H2 count = new H2(getTranslation("generate.count", draft.size()));
        DraftTree tree = new DraftTree(draft, () -> count.setText(getTranslation("generate.count", draft.size())));
        Button save = new Button(getTranslation("generate.save"), click -> save(draft));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        result.add(count, new Paragraph(getTranslation("generate.check")), tree, save);
        result.setVisible(true);
        result.scrollIntoView();
    }

    private void save(Draft draft) {
        outcome.removeAll();
        root.forgetRefusals();
        List<PlannedGroup> planned;
        try {
            planned = draft.planned();
            if (parent == null) {
                root.fields();
            }
        } catch (GroupRefusedException refused) {
            say(refused);
            return;
        }
        ProgressBar bar = new ProgressBar();
        outcome.add(new Paragraph(getTranslation("generate.saving", PlannedGroup.size(planned))), bar);
        result.setVisible(false);
        settings.setVisible(false);
        inBackground(planned, bar);
    }

    private void inBackground(List<PlannedGroup> planned, ProgressBar bar) {
        UI ui = UI.getCurrentOrThrow();
        Saving saving = saving();
        Thread.ofVirtual().name("group-generation").start(() -> {
            try {
                GroupNode top = saving.save(planned, progress -> ui.access(() -> bar.setValue(progress)));
                ui.access(() -> {
                    Notification.show(getTranslation("generate.saved", PlannedGroup.size(planned)));
                    ui.navigate(GroupPageView.address(top));
                });
            } catch (GroupRefusedException refused) {
                ui.access(() -> again(() -> say(refused)));
            } catch (RuntimeException failed) {
                LOG.error("groups could not be generated", failed);
                ui.access(() -> again(() -> outcome.add(problem(getTranslation("generate.failed")))));
            }
        });
    }

    private interface Saving {
        GroupNode save(List<PlannedGroup> planned, java.util.function.DoubleConsumer progress);
    }

    /** What the page says is read here, since the saving has no page. */
    private Saving saving() {
        GroupNode above = parent;
        if (above != null) {
            return (planned, progress) -> generation
                    .below(actor, above.project(), above.id(), planned, progress)
                    .orElseThrow();
        }
        var fields = root.fields();
        var zone = root.zone();
        return (planned, progress) -> generation.asProject(actor, fields, zone, planned, progress);
    }

    private void again(Runnable say) {
        outcome.removeAll();
        result.setVisible(true);
        settings.setVisible(true);
        say.run();
    }

    private void say(GroupRefusedException refused) {
        if (refused.reason().field().equals("name") && parent == null) {
            root.refuse(refused);
        }
        outcome.removeAll();
        String why = getTranslation(Messages.keyOf(refused.reason()));
        outcome.add(problem(refused.given().isBlank() ? why : getTranslation("generate.wrong", refused.given(), why)));
        outcome.scrollIntoView();
    }

    private static Paragraph problem(String text) {
        Paragraph problem = new Paragraph(text);
        problem.addClassName("problem");
        return problem;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("group.generate") + " · Lintel";
    }
}
