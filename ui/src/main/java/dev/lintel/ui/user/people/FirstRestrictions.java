package dev.lintel.ui.user.people;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.restriction.NewUsers;
import dev.lintel.domain.restriction.RestrictionChoices.Choice;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.PersonDraft;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.restriction.Granting;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The access restrictions that somebody gets when they are added. */
@Component
record FirstRestrictions(NewUsers newUsers, Granting granting, Messages messages) {
    /** Null for an actor who hands out none. */
    @Nullable
    MultiSelectComboBox<Choice> field(Actor actor, long project) {
        return newUsers.mayGrant(actor, project) ? granting.field(actor, project) : null;
    }

    /** @param chosen the field, as it is filled by now */
    Person create(Actor actor, long project, PersonDraft draft, @Nullable MultiSelectComboBox<Choice> chosen) {
        List<String> ids = chosen == null
                ? List.of()
                : chosen.getValue().stream().map(Choice::id).toList();
        return newUsers.create(actor, project, draft, ids);
    }
}
