package dev.lintel.ui.dashboard;

import com.vaadin.flow.router.QueryParameters;
import dev.lintel.domain.access.AcsLog;
import dev.lintel.domain.access.Totals;
import dev.lintel.domain.device.DeviceRegistry;
import dev.lintel.domain.device.DeviceStatus;
import dev.lintel.domain.listing.Count;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.device.DeviceListView;
import dev.lintel.ui.device.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what there is, each number leading to its list where there is one. */
@Component
final class Overview {
    private final Totals totals;
    private final DeviceRegistry registry;
    private final AcsLog log;

    Overview(Totals totals, DeviceRegistry registry, AcsLog log) {
        this.totals = totals;
        this.registry = registry;
        this.log = log;
    }

    List<Tile> tiles(Actor actor, @Nullable Long project) {
        List<Tile> tiles = new ArrayList<>();
        totals.users(actor, project).ifPresent(count -> tiles.add(new Tile("tile.users", count)));
        totals.identifiers(actor, project).ifPresent(count -> tiles.add(new Tile("tile.identifiers", count)));
        totals.guestPasses(actor, project).ifPresent(count -> tiles.add(new Tile("tile.guestPasses", count)));
        if (actor.may(Permission.DEVICE_VIEW)) {
            List<DeviceStatus> devices = registry.list(actor, project);
            long online = devices.stream()
                    .filter(status -> Boolean.TRUE.equals(status.online()))
                    .count();
            tiles.add(new Tile("tile.online", online).leadsTo(devices(project, Presence.ONLINE)));
            tiles.add(new Tile("tile.notOnline", devices.size() - online).leadsTo(devices(project, null)));
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

    private static String devices(@Nullable Long project, @Nullable Presence presence) {
        String path = "devices?";
        path += project == null ? "" : ChosenProject.PARAMETER + "=" + project + "&";
        return presence == null ? path : path + DeviceListView.PRESENCE + "=" + presence.code();
    }
}
