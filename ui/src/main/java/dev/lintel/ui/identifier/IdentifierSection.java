package dev.lintel.ui.identifier;

import com.vaadin.flow.component.Component;
import dev.lintel.domain.identifier.IssuedIdentifier;
import dev.lintel.domain.permission.Actor;
import java.util.Optional;

/** A part of the page of an identifier that another feature brings: a bean, with {@code @Order} for its place. */
public interface IdentifierSection {
    /** Empty when there is nothing to show, or nothing that is for the actor. */
    Optional<Component> section(Actor actor, IssuedIdentifier identifier);
}
