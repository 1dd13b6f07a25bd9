package dev.lintel.domain.user.dashboard;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.user.Accounts;
import dev.lintel.domain.user.dashboard.DashboardRefusedException.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how everybody has arranged their dashboard. */
@Service
public class Dashboards {
    private static final String OWN = "everybody may arrange their own, of what they may see";

    private final DashboardStore store;
    private final ObjectProvider<DashboardWidget> widgets;

    /** @param widgets of all features, in their usual order */
    Dashboards(DashboardStore store, ObjectProvider<DashboardWidget> widgets) {
        this.store = store;
        this.widgets = widgets;
    }

    /**
     * All widgets that the actor has, in their order: as they were arranged, and behind them, as usual, what has come since.
     * What was arranged and is not there any more is left out.
     */
    @Transactional(readOnly = true)
    @Unguarded(OWN)
    public List<PlacedWidget> of(Actor actor) {
        Map<String, PlacedWidget> usual = usual(actor);
        List<PlacedWidget> layout = new ArrayList<>();
        if (actor.account() != null) {
            store.read(Accounts.own(actor)).stream()
                    .filter(placed -> usual.remove(placed.widget()) != null)
                    .forEach(layout::add);
        }
        layout.addAll(usual.values());
        return List.copyOf(layout);
    }

    /**
     * Arranges the widgets in this order. Those that are not named stand behind them as they usually are.
     *
     * @throws DashboardRefusedException when one is named that the actor does not have, or one twice
     */
    @Transactional
    @Unguarded(OWN)
    public List<PlacedWidget> arrange(Actor actor, List<PlacedWidget> layout) {
        Map<String, PlacedWidget> usual = usual(actor);
        Set<String> named = new HashSet<>();
        for (int i = 0; i < layout.size(); i++) {
            String widget = layout.get(i).widget();
            if (!usual.containsKey(widget)) {
                throw new DashboardRefusedException(i, Reason.UNKNOWN);
            }
            if (!named.add(widget)) {
                throw new DashboardRefusedException(i, Reason.TWICE);
            }
        }
        store.replace(Accounts.own(actor), layout);
        return of(actor);
    }

    /** Back to how it is for everybody. */
    @Transactional
    @Unguarded(OWN)
    public List<PlacedWidget> reset(Actor actor) {
        store.replace(Accounts.own(actor), List.of());
        return of(actor);
    }

    private Map<String, PlacedWidget> usual(Actor actor) {
        Map<String, PlacedWidget> usual = new LinkedHashMap<>();
        widgets.orderedStream()
                .filter(widget -> widget.isFor(actor))
                .forEach(widget -> usual.put(widget.key(), new PlacedWidget(widget.key(), true, widget.usualSize())));
        return usual;
    }
}
