package dev.lintel.ui.mail;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.mail.MailDelivery;
import dev.lintel.domain.mail.MailDelivery.State;
import dev.lintel.domain.mail.MailFilter;
import dev.lintel.domain.mail.Mails;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.wire.WireName;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.EnumSelect;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was sent, and what waits to be. */
@Route(value = SentMailView.PATH, layout = MainLayout.class)
@PermitAll
public class SentMailView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    public static final String PATH = "settings/mail/sent";

    private static final long serialVersionUID = 1L;
    private static final int AT_ONCE = 100;
    private static final int TYPING_PAUSE_MILLIS = 300;
    private static final String STATE = "state";
    private static final String TO = "to";

    private final transient Mails mails;
    private final transient Actor actor;
    private final SentMailGrid grid;
    private final EnumSelect<State> state = new EnumSelect<>(getTranslation("mail.state"), State.values());
    private final TextField to = new TextField(getTranslation("mail.to"));
    private final Button more = new Button(getTranslation("mail.more"), click -> addMore());
    private transient List<MailDelivery> shown = List.of();
    private transient QueryParameters query = QueryParameters.empty();

    SentMailView(Mails mails, SentMailGrid grid, CurrentActor current) {
        this.mails = mails;
        this.grid = grid;
        this.actor = current.get();
        actor.require(Permission.SETTINGS_VIEW);
        addClassName("list-view");
        grid.onRetry(id -> {
            mails.tryAgain(actor, id);
            load();
        });
        state.addValueChangeListener(change -> go(change.isFromClient()));
        to.setClearButtonVisible(true);
        to.setValueChangeMode(ValueChangeMode.LAZY);
        to.setValueChangeTimeout(TYPING_PAUSE_MILLIS);
        to.addValueChangeListener(change -> go(change.isFromClient()));
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        query = event.getLocation().getQueryParameters();
        state.setValue(query.getSingleParameter(STATE)
                .flatMap(word -> WireName.parse(State.class, word))
                .orElse(null));
        to.setValue(query.getSingleParameter(TO).orElse(""));
        Button again = new Button(getTranslation("action.refresh"), VaadinIcon.REFRESH.create(), click -> load());
        again.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div filters = new Div(to, state);
        filters.addClassNames("filter-bar", "short");
        filters.getElement().setAttribute("role", "search").setAttribute("aria-label", getTranslation("filter.label"));
        removeAll();
        add(
                new ViewHeader(getTranslation("mail.title"), again),
                new MailPages(actor, SentMailView.class, query.including(ChosenProject.PARAMETER)),
                filters,
                grid,
                more);
        load();
    }

    private void load() {
        shown = page(null);
        show(shown.size());
    }

    private void addMore() {
        List<MailDelivery> older = page(shown.getLast().id());
        List<MailDelivery> all = new ArrayList<>(shown);
        all.addAll(older);
        shown = List.copyOf(all);
        show(older.size());
    }

    private void show(int found) {
        boolean filtered = state.getValue() != null || !to.isEmpty();
        grid.setEmptyStateComponent(
                filtered
                        ? new EmptyState(getTranslation("filter.noneTitle"), getTranslation("filter.noneText"))
                        : new EmptyState(getTranslation("mail.noneTitle"), getTranslation("mail.noneText")));
        grid.setItems(shown);
        more.setVisible(found == AT_ONCE);
    }

    private List<MailDelivery> page(@Nullable Long before) {
        String address = to.getValue().isBlank() ? null : to.getValue().strip();
        MailFilter filter = new MailFilter(ChosenProject.in(query).orElse(null), state.getValue(), address);
        return mails.list(actor, filter, before, AT_ONCE);
    }

    private void go(boolean byPerson) {
        if (!byPerson) {
            return;
        }
        QueryParameters next = query.excluding(STATE, TO);
        next = to.getValue().isBlank() ? next : next.merging(TO, to.getValue().strip());
        next = state.getValue() == null ? next : next.merging(STATE, WireName.of(state.getValue()));
        UI.getCurrentOrThrow().navigate(SentMailView.class, next);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("mail.sent") + " · Lintel";
    }
}
