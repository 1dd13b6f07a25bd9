package dev.lintel.ui.access.matrix;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.access.AccessFacts.Via;
import dev.lintel.domain.access.matrix.AccessMatrix;
import dev.lintel.domain.access.matrix.MatrixCell;
import dev.lintel.domain.access.matrix.MatrixWay;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.user.IdentifierNotation;
import dev.lintel.ui.component.Preferred;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.identifier.IdentifierView;
import dev.lintel.ui.listing.ListColumn;
import dev.lintel.ui.listing.ListDescription;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** How the access matrix is shown, as a whole and by its parts. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class MatrixColumns {
    private final AccessMatrix matrix;
    private final MatrixChoices choices;
    private final Messages messages;
    private final MatrixLinks links;
    private final Actor actor;
    private final IdentifierNotation notation;
    private final Locale locale;

    MatrixColumns(AccessMatrix matrix, MatrixChoices choices, Messages messages, CurrentActor current) {
        this.matrix = matrix;
        this.choices = choices;
        this.messages = messages;
        this.actor = current.get();
        this.links = new MatrixLinks(actor);
        // files are written without a page at hand
        UI ui = UI.getCurrentOrThrow();
        this.notation = Preferred.of(ui).notation();
        this.locale = ui.getLocale();
    }

    /** All of it. */
    ListDescription<MatrixCell> all(String path) {
        return choices.offer(
                describe(
                        path,
                        Stream.of(
                                value(),
                                type(),
                                owner(),
                                ownerType(),
                                groups(),
                                door(),
                                restrictions(),
                                schedules(),
                                opens(),
                                used(),
                                until().hidden(),
                                accessPoint().hidden(),
                                locks().hidden(),
                                via().hidden(),
                                name().hidden())),
                actor);
    }

    /** Who can open one door. */
    ListDescription<MatrixCell> openers(String path) {
        return choices.offer(
                describe(
                        path,
                        Stream.of(
                                value(),
                                type(),
                                owner(),
                                opens(),
                                until(),
                                week(),
                                via(),
                                restrictions(),
                                schedules(),
                                ownerType(),
                                groups().hidden(),
                                accessPoint(),
                                locks().hidden(),
                                used().hidden(),
                                name().hidden())),
                actor);
    }

    /** Which doors somebody opens. */
    ListDescription<MatrixCell> doors(String path) {
        return choices.offer(
                describe(
                        path,
                        Stream.of(
                                value(),
                                type(),
                                door(),
                                accessPoint(),
                                opens(),
                                until(),
                                week(),
                                via(),
                                restrictions(),
                                schedules(),
                                ownerType().hidden(),
                                locks().hidden(),
                                used().hidden(),
                                name().hidden())),
                actor);
    }

    private ListDescription<MatrixCell> describe(String path, Stream<ListColumn<MatrixCell>> columns) {
        return ListDescription.of(path, "matrix", matrix, MatrixCell::id, columns.toList())
                .searching("owner")
                .leadingTo(cell -> IdentifierView.path(
                        cell.holder().project(), cell.holder().identifier()))
                .card(card());
    }

    private ListColumn<MatrixCell> value() {
        return ListColumn.of("identifier", this::shown);
    }

    private static ListColumn<MatrixCell> type() {
        return ListColumn.of("type", cell -> cell.holder().type());
    }

    private static ListColumn<MatrixCell> name() {
        return ListColumn.of("name", cell -> cell.holder().name());
    }

    private ListColumn<MatrixCell> owner() {
        return ListColumn.<MatrixCell>of("owner", cell -> cell.holder().owner()).drawn(linked(links::owner));
    }

    private static ListColumn<MatrixCell> ownerType() {
        return ListColumn.of("ownerType", cell -> cell.holder().ownerType());
    }

    private static ListColumn<MatrixCell> groups() {
        return ListColumn.of("groups", cell -> cell.holder().groupNames());
    }

    private ListColumn<MatrixCell> door() {
        return ListColumn.<MatrixCell>of("door", cell -> cell.place().name())
                .drawn(linked(links::door))
                .grow(3);
    }

    private static ListColumn<MatrixCell> accessPoint() {
        return ListColumn.of("accessPoint", cell -> cell.place().accessPoint());
    }

    private static ListColumn<MatrixCell> locks() {
        return ListColumn.of("lock", cell -> cell.place().locks());
    }

    private ListColumn<MatrixCell> restrictions() {
        return ListColumn.<MatrixCell>of(
                        "restrictions",
                        cell -> cell.ways().stream().map(MatrixWay::name).toList())
                .drawn(linked(links::restrictions));
    }

    private ListColumn<MatrixCell> schedules() {
        return ListColumn.<MatrixCell>of("schedules", cell -> links.schedules(cell, text("restriction.always")).stream()
                        .map(CellLink::name)
                        .toList())
                .drawn(linked(cell -> links.schedules(cell, text("restriction.always"))));
    }

    private ListColumn<MatrixCell> via() {
        return ListColumn.of("via", this::ways);
    }

    private ListColumn<MatrixCell> opens() {
        return ListColumn.of("opens", MatrixCell::opens)
                .drawn(LitRenderer.<MatrixCell>of("<span class=${item.style}>${item.opens}</span>")
                        .withProperty("style", OpensBadge::styleOf)
                        .withProperty("opens", this::opensText));
    }

    private static ListColumn<MatrixCell> until() {
        return ListColumn.of("until", MatrixCell::until).width("13em");
    }

    private ListColumn<MatrixCell> week() {
        return ListColumn.<MatrixCell>of("week", cell -> null)
                .drawn(LitRenderer.<MatrixCell>of("""
                    <span class="row-actions"><a href=${item.path} aria-label=${item.label}>${item.text}</a></span>\
                    """)
                        .withProperty("path", WeekAddress::of)
                        .withProperty(
                                "label",
                                cell -> text(
                                        "week.of",
                                        cell.place().name(),
                                        cell.holder().owner()))
                        .withProperty("text", cell -> text("matrix.week")))
                .width("6em")
                .onScreenOnly();
    }

    private static ListColumn<MatrixCell> used() {
        return ListColumn.<MatrixCell>of("used", cell -> cell.holder().used()).width("13em");
    }

    private String shown(MatrixCell cell) {
        return ShownIdentifier.of(cell.holder().type(), cell.holder().value(), notation);
    }

    /** Whom the restrictions are granted to, each once. */
    private List<String> ways(MatrixCell cell) {
        return cell.ways().stream()
                .flatMap(way -> way.via().stream())
                .map(one -> one.kind() == Via.Kind.IDENTIFIER ? text("matrix.byIdentifier") : one.name())
                .distinct()
                .toList();
    }

    private String opensText(MatrixCell cell) {
        return OpensBadge.textOf(cell, messages, locale);
    }

    private static Renderer<MatrixCell> linked(MatrixLinks.Of links) {
        return LitRenderer.<MatrixCell>of("""
            <span class="links">${item.links.map((link) => link.path
              ? html`<a href=${link.path}>${link.name}</a>` : html`<span>${link.name}</span>`)}</span>\
            """).withProperty("links", links::cell);
    }

    private Renderer<MatrixCell> card() {
        return LitRenderer.<MatrixCell>of("""
            <div class="record-card">
              <a href=${item.path}>${item.value}</a>
              <span>${item.whose}</span>
              <span>${item.door}</span>
              <span class=${item.style}>${item.opens}</span>
              <a href=${item.week}>${item.weekText}</a>
            </div>\
            """)
                .withProperty(
                        "path",
                        cell -> IdentifierView.path(
                                cell.holder().project(), cell.holder().identifier()))
                .withProperty("value", cell -> name(cell.holder().type()) + " " + shown(cell))
                .withProperty(
                        "whose",
                        cell -> cell.holder().owner() + " · "
                                + name(cell.holder().ownerType()))
                .withProperty("door", MatrixColumns::where)
                .withProperty("style", OpensBadge::styleOf)
                .withProperty("opens", this::opensText)
                .withProperty("week", WeekAddress::of)
                .withProperty("weekText", cell -> text("matrix.week"));
    }

    private static String where(MatrixCell cell) {
        return Stream.concat(
                        Stream.of(cell.place().name()),
                        Stream.concat(
                                Stream.ofNullable(cell.place().accessPoint()),
                                cell.ways().stream().map(MatrixWay::name)))
                .collect(Collectors.joining(" · "));
    }

    private String name(Enum<?> constant) {
        return messages.nameOf(locale, constant);
    }

    private String text(String key, Object... arguments) {
        return messages.getTranslation(key, locale, arguments);
    }
}
