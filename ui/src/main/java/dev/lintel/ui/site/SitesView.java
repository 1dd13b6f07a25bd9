package dev.lintel.ui.site;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.ProjectList;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.site.Sites;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.listing.ListColumn;
import dev.lintel.ui.listing.ListDescription;
import dev.lintel.ui.listing.RecordList;
import dev.lintel.ui.listing.RecordLists;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The projects of the server, and the way in and out for whole sites. */
@Route(value = SitesView.PATH, layout = MainLayout.class)
@PermitAll
public class SitesView extends Div implements HasDynamicTitle {
    static final String PATH = "sites";

    private static final long serialVersionUID = 1L;

    private final transient Sites sites;
    private final transient AccessDirectory directory;
    private final transient Actor actor;

    SitesView(Sites sites, ProjectList projects, AccessDirectory directory, RecordLists lists, CurrentActor current) {
        this.sites = sites;
        this.directory = directory;
        this.actor = current.get();
        actor.require(Permission.SETTINGS_VIEW);
        RecordList<Project> list = lists.of(ListDescription.of(PATH, "site", projects, Project::id, columns())
                        .searching("name")
                        .card(new ComponentRenderer<>(this::card)))
                .nothingYet(new EmptyState(getTranslation("site.noneTitle"), getTranslation("site.noneText")));
        addClassNames("list-view", "sites-view");
        add(new ViewHeader(getTranslation("site.title")), list);
        if (actor.may(Permission.SETTINGS_IMPORT)) {
            add(new Section(
                    new H2(getTranslation("import.title")),
                    new Paragraph(getTranslation("import.about")),
                    new SiteImport(sites, actor, list::reload)));
        }
    }

    private List<ListColumn<Project>> columns() {
        return List.of(
                ListColumn.of("name", Project::name).grow(4),
                ListColumn.of("timeZone", project -> project.timeZone().getId()),
                number("groups", SiteSnapshot.Counts::groups),
                number("devices", SiteSnapshot.Counts::devices),
                number("users", SiteSnapshot.Counts::users),
                number("identifiers", SiteSnapshot.Counts::identifiers),
                number("restrictions", SiteSnapshot.Counts::restrictions),
                ListColumn.<Project>of("actions", project -> null)
                        .drawn(new ComponentRenderer<>(this::export))
                        .width("7rem")
                        .onScreenOnly());
    }

    private ListColumn<Project> number(String key, Function<SiteSnapshot.Counts, Integer> count) {
        return ListColumn.<Project>of(key, project -> {
                    SiteSnapshot.Counts counts = counts(project);
                    return counts == null ? null : count.apply(counts);
                })
                .ofNumbers()
                .grow(1);
    }

    private SiteSnapshot.@Nullable Counts counts(Project project) {
        SiteSnapshot snapshot = directory.site(project.id());
        return snapshot == null ? null : snapshot.counts();
    }

    private Div card(Project project) {
        Span name = new Span(project.name());
        name.addClassName("strong");
        Div card = new Div(
                name, new Span(getTranslation("site.zone", project.timeZone().getId())));
        card.addClassName("record-card");
        SiteSnapshot.Counts counts = counts(project);
        if (counts != null) {
            card.add(new Span(getTranslation(
                    "site.counts",
                    counts.groups(),
                    counts.devices(),
                    counts.users(),
                    counts.identifiers(),
                    counts.restrictions())));
        }
        card.add(export(project));
        return card;
    }

    private Component export(Project project) {
        if (!Sites.mayTouchAll(actor, project.id())) {
            return new Span();
        }
        Anchor export = new Anchor(download -> write(project, download), getTranslation("site.export"));
        export.setAriaLabel(getTranslation("site.exportOf", project.name()));
        Div actions = new Div(export);
        actions.addClassName("row-actions");
        return actions;
    }

    private void write(Project project, DownloadEvent download) throws IOException {
        download.setFileName(project.name().replaceAll("[^\\p{L}\\p{N}._-]+", "-") + ".jsonl");
        download.setContentType("application/jsonl");
        if (!sites.export(actor, project.id(), download.getOutputStream())) {
            throw new IOException("the project is gone");
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("site.title") + " · Lintel";
    }
}
