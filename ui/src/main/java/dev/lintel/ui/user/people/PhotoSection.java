package dev.lintel.ui.user.people;

import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.PersonPhotos;
import dev.lintel.ui.user.PhotoField;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The photo of a user, for whoever may edit the user to change. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class PhotoSection extends Section {
    private static final long serialVersionUID = 1L;

    private final transient PersonPhotos photos;
    private final transient Actor actor;

    PhotoSection(PersonPhotos photos, CurrentActor current) {
        this.photos = photos;
        this.actor = current.get();
    }

    void show(Person person, boolean editable) {
        removeAll();
        long project = person.project();
        String id = person.id();
        setVisible(editable || photos.of(actor, project, id).isPresent());
        PhotoField field = new PhotoField(
                person.user().name(),
                () -> photos.of(actor, project, id),
                file -> photos.change(actor, project, id, file),
                () -> photos.remove(actor, project, id));
        field.setEditable(editable);
        add(field);
    }
}
