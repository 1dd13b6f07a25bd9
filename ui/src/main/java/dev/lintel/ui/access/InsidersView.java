package dev.lintel.ui.access;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import dev.lintel.domain.access.Insider;
import dev.lintel.domain.access.InsiderList;
import dev.lintel.domain.access.Insiders;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.listing.ListDescription;
import dev.lintel.ui.listing.RecordList;
import dev.lintel.ui.listing.RecordLists;
import dev.lintel.ui.live.LiveFeed;
import dev.lintel.ui.rulebook.RulesView;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** Who counts as inside which area, since when and through which door, and the way to say that somebody is not. */
@Route(value = InsidersView.PATH, layout = MainLayout.class)
@PermitAll
public class InsidersView extends Div implements HasDynamicTitle {
    public static final String PATH = "inside";

    private static final long serialVersionUID = 1L;

    private final transient Insiders insiders;
    private final transient LiveFeed feed;
    private final transient Actor actor;
    private final RecordList<Insider> list;
    private final AreaList areas;
    private final Div news = new Div();
    private final Div nothing = new Div();

    InsidersView(
            InsiderList all,
            Insiders insiders,
            LiveFeed feed,
            RecordLists lists,
            Messages messages,
            CurrentActor current) {
        this.insiders = insiders;
        this.feed = feed;
        this.actor = current.get();
        Insiders.require(actor);
        Forgetful forgetful = new Forgetful(insiders, actor, this::reload);
        InsiderColumns columns = new InsiderColumns(
                BrowserZone.moments(UI.getCurrentOrThrow(), messages), actor, insiders, forgetful::ask);
        ListDescription<Insider> description = ListDescription.of(PATH, "insider", all, Insider::key, columns.columns())
                .searching("name")
                .card(columns.card())
                .choosing("area", new AreaChoices(insiders, actor));
        this.list = lists.of(columns.leading(description));
        this.areas = new AreaList(insiders, actor, forgetful::askAll);
        addClassNames("list-view", "insiders-view");
        news.addClassName("new-entries");
        news.getElement().setAttribute("role", "status").setAttribute("aria-live", "polite");
        list.above(news).whenRead(this::showRest);
        if (!(actor.reach(Permission.THREAT_SET) instanceof Reach.Nothing)) {
            list.bulkAction(getTranslation("insider.forgetSelected"), forgetful::ask);
        }
        Button refresh = new Button(getTranslation("action.refresh"), VaadinIcon.REFRESH.create(), click -> reload());
        refresh.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(
                new ViewHeader(getTranslation("insider.title"), refresh),
                new Paragraph(getTranslation("insider.about")),
                areas,
                nothing,
                list);
    }

    private void reload() {
        list.reload();
    }

    /** What stands about the list, of the project that it shows. */
    private void showRest() {
        news.removeAll();
        Long project = ChosenProject.in(list.parameters()).orElse(null);
        areas.show(project);
        nothing.removeAll();
        if (areas.isEmpty()) {
            nothing.add(insiders.areCounted(actor, project) ? nobody() : nobodyIsCounted(project));
        }
        nothing.setVisible(areas.isEmpty());
        list.setVisible(!areas.isEmpty());
    }

    private EmptyState nobody() {
        return new EmptyState(getTranslation("insider.noneTitle"), getTranslation("insider.noneText"));
    }

    private EmptyState nobodyIsCounted(@Nullable Long project) {
        String title = getTranslation("insider.notCountedTitle");
        if (!RulesView.isFor(actor)) {
            return new EmptyState(title, getTranslation("insider.notCountedAsk"));
        }
        Anchor rules =
                new Anchor(RulesView.PATH + (project == null ? "" : "/" + project), getTranslation("insider.toRules"));
        rules.addClassName("button-link");
        return new EmptyState(title, getTranslation("insider.notCountedText"), rules);
    }

    /** Rows stay where they are under the pointer; only the numbers follow. */
    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        Registration following = feed.passes()
                .follow(attach.getUI(), entry -> insiders.concerns(actor, entry), batch -> somebodyCameOrWent());
        addDetachListener(detach -> {
            detach.unregisterListener();
            following.remove();
        });
    }

    private void somebodyCameOrWent() {
        if (!list.isVisible()) {
            reload();
            return;
        }
        areas.show(ChosenProject.in(list.parameters()).orElse(null));
        if (news.getComponentCount() == 0) {
            Button show = new Button(getTranslation("insider.news"), click -> reload());
            show.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_PRIMARY);
            news.add(show);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("insider.title") + " · Lintel";
    }
}
