package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.lintel.domain.rulebook.RulebookVersion;
import dev.lintel.domain.rulebook.RulebookVersion.State;
import dev.lintel.ui.i18n.Moments;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How far the rules are, in words: what is in force, and what waits. */
final class RulebookState extends Section {
    private static final long serialVersionUID = 1L;

    private final transient Moments moments;

    RulebookState(RulebookDesk desk, Moments moments) {
        this.moments = moments;
        addClassName("rulebook-state");
        Paragraph inForce = new Paragraph(
                desk.inForce().map(this::inForce).orElseGet(() -> getTranslation("rulebook.shippedAlone")));
        inForce.addClassName("in-force");
        add(inForce);
        desk.open().ifPresent(version -> {
            Paragraph open = new Paragraph(open(version));
            open.addClassNames("open-version", version.state() == State.SUBMITTED ? "submitted" : "draft");
            add(open);
            if (!version.note().isBlank()) {
                add(new Paragraph(getTranslation("rulebook.noted", version.note())));
            }
        });
    }

    private String inForce(RulebookVersion version) {
        return say("rulebook.inForce", version, version.standing().everywhere(), version.publishedBy());
    }

    private String open(RulebookVersion version) {
        boolean submitted = version.state() == State.SUBMITTED;
        return say(
                submitted ? "rulebook.submitted" : "rulebook.drafted",
                version,
                version.changed(),
                version.authors().isEmpty() ? null : String.join(", ", version.authors()));
    }

    private String say(String key, RulebookVersion version, @Nullable Instant at, @Nullable String by) {
        return moments.messages()
                .say(
                        moments.locale(),
                        key,
                        Map.of(
                                "number",
                                Integer.toString(version.number()),
                                "when",
                                at == null ? "" : moments.inList(at),
                                "known",
                                by == null ? "no" : "yes",
                                "by",
                                Objects.requireNonNullElse(by, "")));
    }
}
