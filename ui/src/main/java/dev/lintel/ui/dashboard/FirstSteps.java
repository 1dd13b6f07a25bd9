package dev.lintel.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.site.Sites;
import dev.lintel.ui.site.NewProjectForm;
import dev.lintel.ui.site.SiteImport;

/** The three ways to begin on an empty server. */
@org.springframework.stereotype.Component
final class FirstSteps {
    private final Sites sites;

    FirstSteps(Sites sites) {
        this.sites = sites;
    }

    Component guide(Actor actor, Runnable done) {
        UI ui = UI.getCurrentOrThrow();
        Section guide =
                new Section(new H2(ui.getTranslation("guide.title")), new Paragraph(ui.getTranslation("guide.text")));
        guide.addClassName("guide");
        Div steps = new Div(
                step(
                        ui.getTranslation("guide.importTitle"),
                        ui.getTranslation("guide.importText"),
                        new SiteImport(sites, actor, done)),
                step(
                        ui.getTranslation("guide.demoTitle"),
                        ui.getTranslation("guide.demoText"),
                        new Code("./lintel run --demo")),
                step(
                        ui.getTranslation("guide.emptyTitle"),
                        ui.getTranslation("guide.emptyText"),
                        new NewProjectForm(sites, actor, done)));
        steps.addClassName("guide-steps");
        guide.add(steps);
        return guide;
    }

    private static Div step(String title, String text, Component content) {
        Div step = new Div(new H3(title), new Paragraph(text), content);
        step.addClassName("guide-step");
        return step;
    }
}
