package dev.lintel.ui.dashboard;

import com.vaadin.flow.router.QueryParameters;
import dev.lintel.domain.access.AcsLog;
import dev.lintel.domain.access.Totals;
import dev.lintel.domain.device.DeviceList;
import dev.lintel.domain.listing.Count;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.device.DeviceListView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what there is, each number leading to its list where there is one. */
@Component
final class Overview {
    private final Totals totals;
    private final DeviceList devices;
    private final AcsLog log;

    Overview(Totals totals, DeviceList devices, AcsLog log) {
        this.totals = totals;
        this.devices = devices;
        this.log = log;
    }

    List<Tile> tiles(Actor actor, @Nullable Long project) {
        List<Tile> tiles = new ArrayList<>();
        totals.users(actor, project).ifPresent(count -> tiles.add(new Tile("tile.users", count)));
        totals.identifiers(actor, project).ifPresent(count -> tiles.add(new Tile("tile.identifiers", count)));
        totals.guestPasses(actor, project).ifPresent(count -> tiles.add(new Tile("tile.guestPasses", count)));
        if (actor.may(Permission.DEVICE_VIEW)) {
            tiles.add(devices(actor, project, "tile.online", "online"));
            tiles.add(devices(actor, project, "tile.notOnline", "offline,never"));
        }
        if (actor.may(Permission.ACS_LOG_VIEW)) {
            tiles.add(denials(actor, project));
        }
        return tiles;
    }

    private Tile denials(Actor actor, @Nullable Long project) {
        Map<String, List<String>> lately = ChosenProject.parameters(project);
        lately.put("filter", List.of("verdict:is:deny", "created:last:1h"));
        Count count = log.count(actor, QueryText.read(log.listing(), lately));
        Tile tile = new Tile("tile.denials", count.number(), count.more());
        return tile.leadsTo("acs-log?" + new QueryParameters(lately).getQueryString());
    }

    private Tile devices(Actor actor, @Nullable Long project, String key, String status) {
        Map<String, List<String>> there = ChosenProject.parameters(project);
        there.put("status", List.of(status));
        Count count = devices.count(actor, QueryText.read(devices.listing(), there));
        return new Tile(key, count.number(), count.more())
                .leadsTo(DeviceListView.PATH + "?" + new QueryParameters(there).getQueryString());
    }
}
