package dev.lintel.ui.identifier;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import dev.lintel.domain.identifier.IdentifierDraft;
import dev.lintel.domain.identifier.IdentifierPictures;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.IssuedIdentifier;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.restriction.RestrictionChoices;
import dev.lintel.domain.user.people.UserList;
import dev.lintel.domain.user.people.Users;
import dev.lintel.domain.user.photo.Photos;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the fields of an identifier with all that there is to choose for them in a project. */
@Component
class IdentifierFieldsMaker {
    private final Users users;
    private final UserList people;
    private final RestrictionChoices restrictions;
    private final IdentifierPictures pictures;
    private final Photos photos;
    private final Messages messages;

    IdentifierFieldsMaker(
            Users users,
            UserList people,
            RestrictionChoices restrictions,
            IdentifierPictures pictures,
            Photos photos,
            Messages messages) {
        this.users = users;
        this.people = people;
        this.restrictions = restrictions;
        this.pictures = pictures;
        this.photos = photos;
        this.messages = messages;
    }

    /** For one that is new: a card, as most are. @param user id of the owner; null is not known yet */
    IdentifierFields forNew(Actor actor, long project, IdentifierType type, @Nullable String user) {
        IdentifierFields fields = fields(actor, project, Optional::empty);
        Owner owner = user == null ? null : owner(actor, project, user);
        fields.show(IdentifierDraft.of("", type, ""), owner, List.of());
        return fields;
    }

    /** @param shown what is shown of it, with a value only where that is for the actor */
    IdentifierFields forKnown(Actor actor, IssuedIdentifier known, IdentifierDraft shown) {
        long project = known.project();
        IdentifierFields fields = fields(actor, project, () -> pictures.photo(actor, project, known.id()));
        fields.show(shown, new Owner(known.identifier().user(), known.owner(), ""), granted(actor, project, shown));
        fields.keepType();
        return fields;
    }

    /** How people read what an identifier refers to. */
    IdentifierComparison.Names names(Actor actor, long project) {
        Moments moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
        return new IdentifierComparison.Names(
                id -> {
                    Owner known = owner(actor, project, id);
                    return known == null ? id : known.name();
                },
                ids -> restrictions.known(actor, project, ids).stream()
                        .map(RestrictionChoices.Choice::name)
                        .collect(Collectors.joining(", ")),
                moments::exact);
    }

    /** Null for one whom the actor may not see, or nobody. */
    @Nullable
    Owner owner(Actor actor, long project, String user) {
        return user.isEmpty() || actor.reach(Permission.USER_VIEW) instanceof Reach.Nothing
                ? null
                : users.get(actor, project, user)
                        .map(person -> new Owner(person.id(), person.user().name(), ""))
                        .orElse(null);
    }

    List<RestrictionChoices.Choice> granted(Actor actor, long project, IdentifierDraft draft) {
        return draft.restrictions() == null ? List.of() : restrictions.known(actor, project, draft.restrictions());
    }

    private IdentifierFields fields(Actor actor, long project, Supplier<Optional<byte[]>> photo) {
        IdentifierFields[] made = new IdentifierFields[1];
        Runnable next = () -> made[0].focusName();
        made[0] = new IdentifierFields(
                Owner.field(people, actor, project),
                actor.reach(Permission.ACCESS_RESTRICTION_VIEW) instanceof Reach.Nothing ? null : box(actor, project),
                (type, value) -> switch (type) {
                    case CARD -> new CardEntry(value, next);
                    case FACE -> new FaceEntry(photos, photo);
                    case UKEY, ACCESS_CODE, QR, LICENCE_PLATE, URL -> new PlainEntry(type, value, next);
                });
        return made[0];
    }

    private MultiSelectComboBox<RestrictionChoices.Choice> box(Actor actor, long project) {
        UI ui = UI.getCurrentOrThrow();
        MultiSelectComboBox<RestrictionChoices.Choice> box =
                new MultiSelectComboBox<>(ui.getTranslation("identifier.restrictions"));
        box.setHelperText(ui.getTranslation("identifier.restrictionsHelp"));
        box.setItemLabelGenerator(RestrictionChoices.Choice::name);
        box.setItems(query ->
                restrictions
                        .find(actor, project, query.getFilter().orElse(""), query.getOffset(), query.getLimit())
                        .stream());
        return box;
    }
}
