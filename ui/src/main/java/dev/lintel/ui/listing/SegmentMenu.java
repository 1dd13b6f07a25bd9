package dev.lintel.ui.listing;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.ListingRefusedException;
import dev.lintel.domain.listing.Segment;
import dev.lintel.domain.listing.Segments;
import dev.lintel.domain.permission.Actor;
import dev.lintel.ui.component.ChosenProject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Filters under a name: to be gone to, kept, shown to the project, deleted. */
final class SegmentMenu<T> extends Button {
    private static final long serialVersionUID = 1L;

    private final transient ListDescription<T> list;
    private final transient ListWords words;
    private final transient Segments segments;
    private final transient Actor actor;
    private final transient Supplier<ListQuery<T>> query;
    private final Popover popover = new Popover();
    private final Div content = new Div();

    SegmentMenu(
            ListDescription<T> list, ListWords words, Segments segments, Actor actor, Supplier<ListQuery<T>> query) {
        super(words.text("segment.title"), VaadinIcon.BOOKMARK_O.create());
        this.list = list;
        this.words = words;
        this.segments = segments;
        this.actor = actor;
        this.query = query;
        addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        content.addClassName("segment-menu");
        popover.add(content);
        popover.setTarget(this);
        popover.setAriaLabel(words.text("segment.title"));
        popover.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                show();
            }
        });
    }

    private void show() {
        content.removeAll();
        List<Segment> known = segments.list(actor, list.records(), project());
        UnorderedList links = new UnorderedList();
        known.forEach(segment -> links.add(line(segment)));
        content.add(known.isEmpty() ? new Span(words.text("segment.none")) : links);
        if (actor.account() != null && !query.get().isUnfiltered()) {
            content.add(form(known));
        }
    }

    private ListItem line(Segment segment) {
        Anchor link = new Anchor(address(segment), segment.content().name());
        link.getElement().addEventListener("click", click -> popover.close());
        ListItem line = new ListItem(link);
        if (segment.content().sharedIn() != null) {
            line.add(new Span(
                    segment.own() ? words.text("segment.shared") : words.text("segment.sharedBy", segment.owner())));
        }
        if (segment.own()) {
            Button delete = new Button(
                    VaadinIcon.TRASH.create(),
                    click -> ask("segment.delete", "segment.deleteYes", segment, () -> {
                        segments.delete(actor, segment.id());
                        Notification.show(
                                words.text("segment.deleted", segment.content().name()));
                    }));
            delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
            delete.setAriaLabel(words.text("segment.delete", segment.content().name()));
            line.add(delete);
        }
        return line;
    }

    private Div form(List<Segment> known) {
        TextField name = new TextField(words.text("segment.name"));
        name.setMaxLength(Segment.LONGEST_NAME);
        Checkbox share = new Checkbox(words.text("segment.share"));
        share.setVisible(project() != null);
        Button save = new Button(words.text("segment.save"), click -> {
            try {
                Segment.Draft draft = Segment.Draft.of(
                        name.getValue(), list.records().listing(), query.get(), share.getValue() ? project() : null);
                known.stream()
                        .filter(segment ->
                                segment.own() && segment.content().name().equals(draft.name()))
                        .findFirst()
                        .ifPresentOrElse(
                                taken -> ask(
                                        "segment.replace",
                                        "segment.replaceYes",
                                        taken,
                                        () -> save(draft, taken.version())),
                                () -> save(draft, null));
            } catch (ListingRefusedException refused) {
                name.setErrorMessage(words.text("segment.nameWrong"));
                name.setInvalid(true);
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return new Div(name, share, save);
    }

    private void save(Segment.Draft draft, @Nullable Long version) {
        try {
            segments.save(actor, list.records(), draft, version);
            Notification.show(words.text("segment.saved", draft.name()));
        } catch (ListingRefusedException refused) {
            Notification.show(words.text("segment.notSaved", draft.name()));
        }
        show();
    }

    /** Others may use what is shared, so that they are thought of. */
    private void ask(String deed, String yes, Segment segment, Runnable done) {
        popover.close();
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(words.text(deed, segment.content().name()) + "?");
        question.setText(words.text(segment.content().sharedIn() == null ? "segment.askOwn" : "segment.askShared"));
        question.setCancelable(true);
        question.setCancelText(words.text("action.cancel"));
        question.setConfirmText(words.text(yes));
        question.setConfirmButtonTheme("error primary");
        question.addConfirmListener(confirm -> done.run());
        question.open();
    }

    /** Where it can be shared: where the person belongs, or the project that is looked at. */
    private @Nullable Long project() {
        return actor.membership() != null
                ? Long.valueOf(actor.membership().project())
                : ChosenProject.in(now()).orElse(null);
    }

    private String address(Segment segment) {
        Map<String, List<String>> parameters = new HashMap<>(segment.content().parameters());
        ChosenProject.in(now()).ifPresent(id -> parameters.put(ChosenProject.PARAMETER, List.of(id.toString())));
        return list.path() + "?" + new QueryParameters(parameters).getQueryString();
    }

    private static QueryParameters now() {
        return UI.getCurrentOrThrow().getActiveViewLocation().getQueryParameters();
    }
}
