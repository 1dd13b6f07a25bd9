package dev.lintel.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.lintel.domain.group.Projects;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.site.Sites;
import dev.lintel.standalone.demo.Demo;
import dev.lintel.ui.site.NewProjectForm;
import dev.lintel.ui.site.SiteImport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The three ways to begin on an empty server. */
@org.springframework.stereotype.Component
final class FirstSteps {
    private final Projects projects;
    private final Sites sites;
    private final Demo demo;
    private final StillToDo stillToDo;

    FirstSteps(Projects projects, Sites sites, Demo demo, StillToDo stillToDo) {
        this.projects = projects;
        this.sites = sites;
        this.demo = demo;
        this.stillToDo = stillToDo;
    }

    /** Whether there is nothing yet that the actor could see. */
    boolean areDue(Actor actor) {
        return projects.list(actor).isEmpty();
    }

    /** What is to be set up beside, whether or not there is a project. */
    Optional<Section> stillToDo(Actor actor) {
        return stillToDo.list(actor);
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
                        demoButton(ui, actor, done)),
                step(
                        ui.getTranslation("guide.emptyTitle"),
                        ui.getTranslation("guide.emptyText"),
                        new NewProjectForm(sites, actor, done)));
        steps.addClassName("guide-steps");
        guide.add(steps);
        return guide;
    }

    private Button demoButton(UI ui, Actor actor, Runnable done) {
        Button open = new Button(ui.getTranslation("guide.demoOpen"));
        open.setDisableOnClick(true);
        open.addClickListener(click -> {
            try {
                demo.open(actor);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            done.run();
        });
        return open;
    }

    private static Div step(String title, String text, Component content) {
        Div step = new Div(new H3(title), new Paragraph(text), content);
        step.addClassName("guide-step");
        return step;
    }
}
