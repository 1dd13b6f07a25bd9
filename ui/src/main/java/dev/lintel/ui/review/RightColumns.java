package dev.lintel.ui.review;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import dev.lintel.domain.review.ReviewRight;
import dev.lintel.domain.review.ReviewRight.Granting;
import dev.lintel.domain.review.ReviewRight.Holder;
import dev.lintel.domain.review.ReviewRight.HolderKind;
import dev.lintel.domain.review.ReviewRights;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.listing.ListColumn;
import dev.lintel.ui.listing.ListDescription;
import dev.lintel.ui.user.people.UserView;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rights of a review as a list, and in words. */
record RightColumns(Messages messages, Moments moments) {
    private static final int FEW_DOORS = 3;

    ListDescription<ReviewRight> list(String path, ReviewRights rights, boolean closed) {
        List<ListColumn<ReviewRight>> columns = List.of(
                ListColumn.<ReviewRight>of("person", right -> who(right.holder()))
                        .grow(3),
                ListColumn.<ReviewRight>of(
                                "restriction", right -> right.granting().name())
                        .grow(3),
                ListColumn.<ReviewRight>of("doors", right -> doors(right.granting()))
                        .grow(3),
                ListColumn.<ReviewRight>of("schedules", right -> schedules(right.granting()))
                        .hidden(),
                ListColumn.<ReviewRight>of("grantedTo", right -> by(right.granting()))
                        .grow(3),
                ListColumn.<ReviewRight>of("also", ReviewRight::also).hidden(),
                ListColumn.<ReviewRight>of("used", right -> used(right)).width("12em"),
                ListColumn.<ReviewRight>of("decision", ReviewRight::decision)
                        .drawn(decision())
                        .grow(2),
                ListColumn.<ReviewRight>of("comment", ReviewRight::comment).grow(2),
                closed
                        ? ListColumn.<ReviewRight>of("outcome", ReviewRight::outcome)
                                .grow(2)
                        : ListColumn.<ReviewRight>of("outcome", ReviewRight::outcome)
                                .hidden());
        return ListDescription.of(path, "reviewRight", rights, ReviewRight::number, columns)
                .searching("person")
                .leadingTo(
                        right -> UserView.path(right.project(), right.holder().person()))
                .card(card());
    }

    /** "Anna", "Anna: card “red one” alone", "guest pass “Plumber” of Anna". */
    String who(Holder holder) {
        if (holder.kind() == HolderKind.PERSON) {
            return holder.personName();
        }
        String type = holder.type() == null ? "" : messages.nameOf(locale(), holder.type());
        return text(
                holder.kind() == HolderKind.IDENTIFIER ? "reviewRight.carried" : "reviewRight.guest",
                holder.personName(),
                holder.label().isEmpty() ? type : type + " “" + holder.label() + "”");
    }

    /** By what somebody has it: "group House", "granted to the person", "granted to the identifier". */
    String by(Granting granting) {
        return switch (granting.via().kind()) {
            case GROUP -> text("reviewRight.byGroup", granting.viaName());
            case USER -> text("reviewRight.byPerson");
            case IDENTIFIER -> text("reviewRight.byIdentifier");
        };
    }

    /** A few doors by name, the others counted. */
    String doors(Granting granting) {
        List<String> all = granting.doors();
        String few = all.stream().limit(FEW_DOORS).collect(Collectors.joining(", "));
        return all.size() <= FEW_DOORS ? few : text("reviewRight.moreDoors", few, all.size() - FEW_DOORS);
    }

    String schedules(Granting granting) {
        return granting.schedules().isEmpty() ? text("restriction.always") : String.join(", ", granting.schedules());
    }

    String used(ReviewRight right) {
        return right.used() == null ? text("reviewRight.unused") : moments.inList(right.used());
    }

    String decision(ReviewRight right) {
        return right.decision() == null ? text("reviewRight.undecided") : messages.nameOf(locale(), right.decision());
    }

    private Renderer<ReviewRight> decision() {
        return LitRenderer.<ReviewRight>of("<span class=${item.style}>${item.text}</span>")
                .withProperty("style", RightColumns::style)
                .withProperty("text", this::decision);
    }

    private static String style(ReviewRight right) {
        return "change-badge"
                + (right.decision() == null
                        ? " undecided"
                        : switch (right.decision()) {
                            case KEEP -> " new";
                            case REMOVE, LEAVE_GROUP -> " removed";
                        });
    }

    private Renderer<ReviewRight> card() {
        return LitRenderer.<ReviewRight>of("""
            <div class="record-card">
              <a href=${item.path}>${item.who}</a>
              <span>${item.what}</span>
              <span>${item.used}</span>
              <span class=${item.style}>${item.decision}</span>
              <span>${item.end}</span>
            </div>\
            """)
                .withProperty(
                        "path",
                        right -> UserView.path(right.project(), right.holder().person()))
                .withProperty("who", right -> who(right.holder()))
                .withProperty("what", this::what)
                .withProperty("used", right -> text("reviewRight.used") + ": " + used(right))
                .withProperty("style", RightColumns::style)
                .withProperty("decision", this::decision)
                .withProperty("end", this::end);
    }

    /** "Garage: Garage gate · group House". */
    String what(ReviewRight right) {
        return right.granting().name() + ": " + doors(right.granting()) + " · " + by(right.granting());
    }

    private String end(ReviewRight right) {
        return Stream.of(right.outcome() == null ? "" : messages.nameOf(locale(), right.outcome()), right.comment())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private Locale locale() {
        return moments.locale();
    }

    private String text(String key, Object... arguments) {
        return messages.getTranslation(key, locale(), arguments);
    }
}
