package dev.lintel.ui.identifier;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.Projects;
import dev.lintel.domain.identifier.IdentifierList;
import dev.lintel.domain.identifier.IdentifierRow;
import dev.lintel.domain.identifier.IdentifierState;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.IdentifierValue;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.restriction.RestrictionChoices;
import dev.lintel.domain.user.IdentifierNotation;
import dev.lintel.ui.component.Preferred;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.listing.ListColumn;
import dev.lintel.ui.listing.ListDescription;
import dev.lintel.ui.listing.ReferenceChoices;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** How identifiers are shown in lists, and what their fields can be filtered by. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class IdentifierColumns {
    private static final int SHORT = 12;

    private final IdentifierList identifiers;
    private final RestrictionChoices restrictions;
    private final Messages messages;
    private final Actor actor;
    private final List<Project> projects;
    private final IdentifierNotation notation;

    IdentifierColumns(
            IdentifierList identifiers,
            RestrictionChoices restrictions,
            Projects projects,
            Messages messages,
            CurrentActor current) {
        this.identifiers = identifiers;
        this.restrictions = restrictions;
        this.messages = messages;
        this.actor = current.get();
        this.projects = projects.list(actor);
        this.notation = Preferred.of(UI.getCurrentOrThrow()).notation();
    }

    /** @param path of the view that shows them */
    ListDescription<IdentifierRow> list(String path) {
        return ListDescription.of(path, "identifiers", identifiers, row -> row.project() + "/" + row.id(), all())
                .searching("value")
                .leadingTo(row -> IdentifierView.path(row.project(), row.id()))
                .card(card())
                .choosing("restriction", restrictions());
    }

    private List<ListColumn<IdentifierRow>> all() {
        return List.of(
                ListColumn.of("value", this::value),
                ListColumn.of("name", IdentifierRow::name),
                ListColumn.of("type", IdentifierRow::type),
                ListColumn.of("owner", IdentifierRow::owner).grow(3),
                ListColumn.of("state", IdentifierRow::state).drawn(state()),
                ListColumn.of("restrictions", IdentifierRow::restrictions),
                ListColumn.of("validFrom", IdentifierRow::validFrom).hidden(),
                ListColumn.of("validUntil", IdentifierRow::validUntil),
                ListColumn.of("passes", IdentifierColumns::passes).hidden(),
                ListColumn.of("used", IdentifierRow::used).width("13em"),
                ListColumn.of("guest", IdentifierRow::guest).hidden(),
                ListColumn.of("created", IdentifierRow::created).hidden());
    }

    /** The fingerprint of a face says nothing to people beyond its beginning. */
    private String value(IdentifierRow row) {
        String shown = IdentifierValue.shown(row.type(), row.value(), notation);
        return row.type() == IdentifierType.FACE && shown.length() > SHORT ? shown.substring(0, SHORT) + "…" : shown;
    }

    private static String passes(IdentifierRow row) {
        return row.maxPasses() == null ? "" : row.passesUsed() + " / " + row.maxPasses();
    }

    private Renderer<IdentifierRow> card() {
        return LitRenderer.<IdentifierRow>of("""
            <div class="record-card">
              <a href=${item.path}>${item.value}</a>
              <span>${item.what}</span>
              <span class=${item.style}>${item.state}</span>
            </div>\
            """)
                .withProperty("path", row -> IdentifierView.path(row.project(), row.id()))
                .withProperty("value", this::value)
                .withProperty("what", row -> Stream.of(nameOf(row.type()), row.name(), row.owner())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")))
                .withProperty("style", row -> StateBadge.styleOf(row.state()))
                .withProperty("state", row -> stateOf(row.state()));
    }

    private Renderer<IdentifierRow> state() {
        return LitRenderer.<IdentifierRow>of("<span class=${item.style}>${item.state}</span>")
                .withProperty("style", row -> StateBadge.styleOf(row.state()))
                .withProperty("state", row -> stateOf(row.state()));
    }

    private String stateOf(IdentifierState state) {
        return StateBadge.signOf(state) + " " + nameOf(state);
    }

    private String nameOf(Enum<?> constant) {
        return messages.nameOf(UI.getCurrentOrThrow().getLocale(), constant);
    }

    private ReferenceChoices restrictions() {
        return new ReferenceChoices() {
            @Override
            public List<Choice> find(String text, int offset, int limit) {
                return projects.stream()
                        .flatMap(project -> restrictions.find(actor, project.id(), text, 0, offset + limit).stream())
                        .map(found -> new Choice(found.id(), found.name()))
                        .skip(offset)
                        .limit(limit)
                        .toList();
            }

            @Override
            public String nameOf(String id) {
                return projects.stream()
                        .flatMap(project -> restrictions.known(actor, project.id(), List.of(id)).stream())
                        .map(RestrictionChoices.Choice::name)
                        .findFirst()
                        .orElse(id);
            }
        };
    }
}
