package dev.lintel.ui.site;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.Projects;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.site.Sites;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.util.List;

/** The projects of the server, and the way in and out for whole sites. */
@Route(value = "sites", layout = MainLayout.class)
@PermitAll
public class SitesView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Sites sites;
    private final transient Projects projects;
    private final transient AccessDirectory directory;
    private final transient Actor actor;
    private final Div list = new Div();

    SitesView(Sites sites, Projects projects, AccessDirectory directory, CurrentActor current) {
        this.sites = sites;
        this.projects = projects;
        this.directory = directory;
        this.actor = current.get();
        actor.require(Permission.SETTINGS_VIEW);
        addClassName("form-view");
        list.addClassName("project-cards");
        add(new ViewHeader(getTranslation("site.title")), list);
        if (actor.may(Permission.SETTINGS_IMPORT)) {
            add(new Section(
                    new H2(getTranslation("import.title")),
                    new Paragraph(getTranslation("import.about")),
                    new SiteImport(sites, actor, this::refresh)));
        }
        refresh();
    }

    private void refresh() {
        list.removeAll();
        List<Project> all = projects.list(actor);
        all.forEach(project -> list.add(card(project)));
        if (all.isEmpty()) {
            list.add(new EmptyState(getTranslation("site.noneTitle"), getTranslation("site.noneText")));
        }
    }

    private Div card(Project project) {
        Anchor export = new Anchor(download -> export(project, download), getTranslation("site.export"));
        export.addClassName("button-link");
        export.setAriaLabel(getTranslation("site.exportOf", project.name()));
        Paragraph zone =
                new Paragraph(getTranslation("site.zone", project.timeZone().getId()));
        Div card = new Div(new H3(project.name()), zone);
        SiteSnapshot snapshot = directory.site(project.id());
        if (snapshot != null) {
            SiteSnapshot.Counts counts = snapshot.counts();
            card.add(new Paragraph(getTranslation(
                    "site.counts",
                    counts.groups(),
                    counts.devices(),
                    counts.users(),
                    counts.identifiers(),
                    counts.restrictions())));
        }
        card.add(export);
        card.addClassName("project-card");
        return card;
    }

    private void export(Project project, DownloadEvent download) throws IOException {
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
