package dev.lintel.ui.site;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.site.Site;
import dev.lintel.domain.site.SiteFile;
import dev.lintel.domain.site.SiteFileException;
import dev.lintel.domain.site.Sites;
import dev.lintel.ui.component.BrowserZone;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;

/** Makes a project with nothing in it but its root group. */
public final class NewProjectForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NAME = 100;

    private final transient Sites sites;
    private final transient Actor actor;
    private final transient Runnable done;
    private final TextField name = new TextField(getTranslation("project.name"));
    private final ComboBox<String> zone = new ComboBox<>(getTranslation("project.zone"));

    /** @param done called with the page locked, once the project is there */
    public NewProjectForm(Sites sites, Actor actor, Runnable done) {
        this.sites = sites;
        this.actor = actor;
        this.done = done;
        addClassName("new-project");
        name.setMaxLength(LONGEST_NAME);
        zone.setItems(ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .toList());
        zone.setValue(BrowserZone.of(UI.getCurrentOrThrow()).getId());
        Button make = new Button(getTranslation("project.make"), click -> make());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(name, zone, make);
    }

    private void make() {
        name.setErrorMessage(getTranslation("project.nameMissing"));
        name.setInvalid(name.getValue().isBlank());
        zone.setErrorMessage(getTranslation("project.zoneMissing"));
        zone.setInvalid(zone.getValue() == null);
        if (name.isInvalid() || zone.isInvalid()) {
            return;
        }
        String chosen = name.getValue().strip();
        try {
            sites.load(actor, new ByteArrayInputStream(file(chosen)), false, progress -> {});
        } catch (SiteFileException refused) {
            name.setErrorMessage(refused.problems().getFirst().reason());
            name.setInvalid(true);
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Notification.show(getTranslation("project.made", chosen));
        done.run();
    }

    private byte[] file(String chosen) throws IOException {
        ObjectGroup root = new ObjectGroup("root", null, GroupType.CUSTOM, chosen, null);
        Site site = new Site(
                chosen,
                ZoneId.of(zone.getValue()),
                List.of(root),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SiteFile.write(site, out);
        return out.toByteArray();
    }
}
