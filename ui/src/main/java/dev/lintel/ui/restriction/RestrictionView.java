package dev.lintel.ui.restriction;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.access.AccessImpact;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.restriction.Restrictions;
import dev.lintel.domain.restriction.StoredRestriction;
import dev.lintel.ui.component.UnsavedChanges;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** One access restriction: what it opens, when, for whom, and who gets in by it. */
@Route(value = RestrictionsView.PATH + "/:project(\\d{1,18})/:restriction*", layout = MainLayout.class)
@PermitAll
public class RestrictionView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Restrictions restrictions;
    private final transient AccessImpact impact;
    private final transient HolderLists holders;
    private final transient Actor actor;
    private final RestrictionForm form;
    private transient @Nullable StoredRestriction shown;

    RestrictionView(
            Restrictions restrictions,
            AccessImpact impact,
            HolderLists holders,
            RestrictionForm form,
            CurrentActor current) {
        this.restrictions = restrictions;
        this.impact = impact;
        this.holders = holders;
        this.form = form;
        this.actor = current.get();
        addClassNames("form-view", "restriction-view");
    }

    /** Where a restriction's page is. */
    public static String path(long project, String restriction) {
        return RestrictionsView.PATH + "/" + project + "/" + restriction;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long project = event.getRouteParameters().getLong("project").orElseThrow(NotFoundException::new);
        String id = event.getRouteParameters().get("restriction").orElseThrow(NotFoundException::new);
        StoredRestriction known = shown;
        if (known == null || known.project() != project || !known.id().equals(id)) {
            show(restrictions.get(actor, project, id).orElseThrow(NotFoundException::new));
        }
    }

    private void show(StoredRestriction restriction) {
        shown = restriction;
        removeAll();
        form.show(restriction, restrictions.mayEdit(actor, restriction), this::show);
        ViewHeader header = restrictions.mayDelete(actor, restriction)
                ? new ViewHeader(restriction.name(), delete(restriction))
                : new ViewHeader(restriction.name());
        add(header, form);
        if (!(actor.reach(Permission.USER_VIEW) instanceof Reach.Nothing)) {
            Section who = new Section(
                    new H2(getTranslation("restriction.who")),
                    holders.of(restriction, path(restriction.project(), restriction.id())));
            who.addClassName("holders");
            add(who);
        }
    }

    private Button delete(StoredRestriction restriction) {
        Button delete = new Button(getTranslation("action.delete"), click -> {
            ImpactDialog question = new ImpactDialog(
                    impact.ofDeletion(actor, restriction.project(), restriction.id()), restriction.name());
            question.setHeader(getTranslation("restriction.deleteTitle", restriction.name()));
            question.setConfirmText(getTranslation("action.delete"));
            question.setConfirmButtonTheme("error primary");
            question.addConfirmListener(confirm -> {
                restrictions.delete(actor, restriction.project(), restriction.id());
                Notification.show(getTranslation("restriction.deleted", restriction.name()));
                shown = null;
                getUI().ifPresent(ui -> ui.navigate(RestrictionsView.class));
            });
            question.open();
        });
        delete.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        return delete;
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        StoredRestriction known = shown;
        // a filter of the list below stays on this page
        boolean stays = known != null && event.getLocation().getPath().equals(path(known.project(), known.id()));
        if (known != null && !stays && form.isChanged()) {
            UnsavedChanges.ask(event);
        }
    }

    @Override
    public String getPageTitle() {
        return (shown == null ? getTranslation("restriction.title") : shown.name()) + " · Lintel";
    }
}
