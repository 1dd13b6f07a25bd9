package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import dev.lintel.domain.rulebook.NodeState;
import dev.lintel.ui.i18n.Moments;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** At how many servers the rules are in force, and which has not switched. One server alone that has is no news. */
final class NodeNote extends Paragraph {
    private static final long serialVersionUID = 1L;

    /** Seconds between two looks, as long as not every server has switched. */
    private static final long PAUSE = 2;

    private static final int MOST_LOOKS = 30;

    private final transient RulebookDesk desk;
    private final transient Moments moments;
    private int looks;

    NodeNote(RulebookDesk desk, Moments moments) {
        this.desk = desk;
        this.moments = moments;
        addClassName("node-note");
        getElement().setAttribute("role", "status");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        look(attached.getUI());
    }

    private void look(UI ui) {
        List<NodeState> nodes = desk.nodes();
        boolean whole = nodes.stream().allMatch(NodeState::switched);
        setVisible(nodes.size() > 1 || !whole);
        setClassName("behind", !whole);
        setText(moments.messages()
                .say(
                        moments.locale(),
                        "rulebook.nodes",
                        Map.of(
                                "switched",
                                nodes.stream().filter(NodeState::switched).count(),
                                "all",
                                nodes.size(),
                                "whole",
                                whole ? "yes" : "no",
                                "behind",
                                behind(nodes))));
        if (!whole && looks++ < MOST_LOOKS) {
            Executor later = CompletableFuture.delayedExecutor(PAUSE, TimeUnit.SECONDS);
            later.execute(() -> ui.access(() -> {
                if (isAttached()) {
                    look(ui);
                }
            }));
        }
    }

    private String behind(List<NodeState> nodes) {
        return nodes.stream()
                .filter(node -> !node.switched())
                .map(node -> getTranslation("rulebook.nodes.heard", node.name(), moments.inList(node.seen())))
                .collect(Collectors.joining(", "));
    }
}
