package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** Says what a draft makes of a policy. */
final class ChangeBadge extends Span {
    private static final long serialVersionUID = 1L;

    ChangeBadge(PolicyChange.Kind kind) {
        setText(getTranslation("rulebook.change." + kind));
        addClassNames("change-badge", kind.name().toLowerCase(Locale.ROOT));
    }
}
