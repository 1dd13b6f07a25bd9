package dev.lintel.ui.review;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.lintel.domain.review.Evidence.Earlier;
import dev.lintel.domain.review.Review;
import dev.lintel.domain.review.ReviewEvidence.Form;
import dev.lintel.domain.review.ReviewEvidence.Hashes;
import dev.lintel.domain.review.ReviewRight;
import dev.lintel.ui.component.Facts;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.user.people.UserView;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How far a review is: in a sentence, as a bar, and what there is to know and to take along of it. */
final class ReviewState extends Section {
    private static final long serialVersionUID = 1L;

    /** So many rights that are left to do are named. */
    private static final int NAMED = 50;

    private final transient Review review;
    private final transient RightColumns words;

    ReviewState(Review review, RightColumns words) {
        this.review = review;
        this.words = words;
        addClassName("review-state");
        Review.Progress progress = review.progress();
        Paragraph said = new Paragraph(sentence(progress));
        said.addClassName("review-said");
        add(said);
        if (!review.sentBack().isEmpty()) {
            Paragraph back = new Paragraph(getTranslation("review.sentBackFor", review.sentBack()));
            back.addClassName("review-sent-back");
            add(back);
        }
        if (review.state() == Review.State.OPEN) {
            ProgressBar bar = new ProgressBar(0, Math.max(1, progress.rights()), progress.decided());
            bar.getElement()
                    .setAttribute(
                            "aria-label", getTranslation("review.progressOf", progress.decided(), progress.rights()));
            add(bar);
        }
        Details about = new Details(getTranslation("review.facts"), facts());
        about.addClassName("review-facts");
        add(about);
    }

    private String sentence(Review.Progress progress) {
        return switch (review.state()) {
            case OPEN ->
                progress.undecided() == 0
                        ? getTranslation("review.allDecided", progress.rights(), progress.removals())
                        : getTranslation(
                                "review.stillUndecided", progress.undecided(), progress.rights(), progress.removals());
            case HANDED_IN ->
                getTranslation("review.waits", review.verifier().name(), progress.rights(), progress.removals());
            case CLOSED -> getTranslation("review.isClosed", progress.rights(), progress.removals());
        };
    }

    private Facts facts() {
        Facts facts = new Facts();
        facts.fact(Messages.keyOf(review.scope().kind()), review.subject());
        facts.fact("review.reviewer", review.reviewer().told());
        facts.fact("review.verifier", review.verifier().told());
        facts.fact("review.due", words.moments().date(review.due()));
        moment(facts, "review.started", review.started());
        facts.fact("review.startedBy", review.startedBy());
        moment(facts, "review.handedIn", review.handedIn());
        moment(facts, "review.closed", review.closed());
        return facts;
    }

    private void moment(Facts facts, String key, @Nullable Instant at) {
        if (at != null) {
            Span shown = new Span(words.moments().inList(at));
            shown.setTitle(words.moments().exact(at));
            facts.fact(key, shown);
        }
    }

    /** The files of a closed review, with the hashes by which they are checked, those of what they were before included. */
    void evidence(Hashes hashes, List<Earlier> earlier, Function<Form, byte[]> file) {
        Div files = new Div(
                download("review.pdf", Form.PDF, "application/pdf", file),
                download("review.csv", Form.CSV, "text/csv", file));
        files.addClassName("review-files");
        Facts facts = new Facts();
        facts.fact("review.pdfHash", new Code(hashes.pdf()));
        facts.fact("review.csvHash", new Code(hashes.csv()));
        Details check = new Details(
                getTranslation("review.hashes"), new Paragraph(getTranslation("review.hashesAbout")), facts);
        earlier.forEach(one -> check.add(earlier(one)));
        check.addClassName("review-hashes");
        add(files, check);
    }

    private Div earlier(Earlier files) {
        Facts facts = new Facts();
        facts.fact("review.pdfHash", new Code(files.pdfSha256()));
        facts.fact("review.csvHash", new Code(files.csvSha256()));
        String when = words.moments().inList(files.until());
        return new Div(new Paragraph(getTranslation("review.earlier", when, files.person())), facts);
    }

    private Anchor download(String key, Form form, String type, Function<Form, byte[]> file) {
        String name = "access-review-" + review.id() + "." + form.ending();
        Anchor anchor = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] bytes = file.apply(form);
                    return new DownloadResponse(new ByteArrayInputStream(bytes), name, type, bytes.length);
                }),
                getTranslation(key));
        anchor.getElement().setAttribute("download", name);
        anchor.addComponentAsFirst(VaadinIcon.DOWNLOAD_ALT.create());
        anchor.addClassName("button-link");
        return anchor;
    }

    /** What was to go and is still there, because a group gives it. */
    void leftOpen(List<ReviewRight> rights) {
        if (rights.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        rights.stream()
                .limit(NAMED)
                .forEach(right -> list.add(new ListItem(
                        new Anchor(
                                UserView.path(right.project(), right.holder().person()),
                                right.holder().personName()),
                        new Span(": " + words.what(right)))));
        Details open = new Details(
                getTranslation("review.leftOpen", rights.size()),
                new Paragraph(getTranslation("review.leftOpenAbout")),
                list);
        open.addClassName("review-left-open");
        open.setOpened(rights.size() <= 5);
        add(open);
    }
}
