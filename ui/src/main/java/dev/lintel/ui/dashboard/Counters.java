package dev.lintel.ui.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import dev.lintel.domain.access.AcsLog;
import dev.lintel.domain.access.Totals;
import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.device.DeviceList;
import dev.lintel.domain.listing.Count;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.listing.Records;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.ui.access.AcsLogView;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.dashboard.CountWidget.Counted;
import dev.lintel.ui.dashboard.CountWidget.Listed;
import dev.lintel.ui.device.DeviceListView;
import dev.lintel.ui.guest.GuestsView;
import dev.lintel.ui.identifier.IdentifiersView;
import dev.lintel.ui.live.LiveFeed;
import dev.lintel.ui.user.people.UsersView;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** How much there is of what, each number leading to its list. */
@Configuration(proxyBeanMethods = false)
class Counters {
    private final Totals totals;
    private final LiveFeed feed;

    Counters(Totals totals, LiveFeed feed) {
        this.totals = totals;
        this.feed = feed;
    }

    @Bean
    @Order(10)
    Widget usersCount() {
        return total("users", "widget.users", "tile.users", Permission.USER_VIEW, UsersView.PATH, totals::users);
    }

    @Bean
    @Order(20)
    Widget identifiersCount() {
        return total(
                "identifiers",
                "widget.identifiers",
                "tile.identifiers",
                Permission.IDENTIFIER_VIEW_ALL,
                IdentifiersView.PATH,
                totals::identifiers);
    }

    @Bean
    @Order(30)
    Widget guestPassesCount() {
        return total(
                "guest-passes",
                "widget.guestPasses",
                "tile.guestPasses",
                Permission.IDENTIFIER_VIEW_ALL,
                GuestsView.PATH,
                totals::guestPasses);
    }

    @Bean
    @Order(40)
    Widget onlineCount(DeviceList devices) {
        return presence("devices-online", "widget.online", "tile.online", devices, "online");
    }

    @Bean
    @Order(50)
    Widget notOnlineCount(DeviceList devices) {
        return presence("devices-not-online", "widget.notOnline", "tile.notOnline", devices, "offline,never");
    }

    @Bean
    @Order(60)
    Widget refusalsCount(AcsLog log) {
        Listed list = new Listed(AcsLogView.PATH, (actor, project) -> {
            Map<String, List<String>> lately = ChosenProject.parameters(project);
            lately.put("filter", List.of("verdict:is:deny", "created:last:1h"));
            return lately;
        });
        return new CountWidget(
                "refusals",
                "widget.refusals",
                "tile.denials",
                actor -> actor.may(Permission.ACS_LOG_VIEW),
                list,
                counted(log, list, (ui, actor, again) -> feed.passes()
                        .follow(
                                ui,
                                entry -> entry.verdict() == Verdict.DENY && actor.may(Permission.ACS_LOG_VIEW),
                                news -> again.run())));
    }

    private CountWidget presence(String key, String caption, String words, DeviceList devices, String status) {
        Listed list = new Listed(DeviceListView.PATH, (actor, project) -> {
            Map<String, List<String>> there = ChosenProject.parameters(project);
            there.put("status", List.of(status));
            return there;
        });
        return new CountWidget(
                key,
                caption,
                words,
                reaching(Permission.DEVICE_VIEW),
                list,
                counted(devices, list, (ui, actor, again) -> feed.devices()
                        .follow(
                                ui,
                                change -> change.isWithin(actor.reach(Permission.DEVICE_VIEW)),
                                news -> again.run())));
    }

    private CountWidget total(
            String key,
            String caption,
            String words,
            Permission needed,
            String path,
            BiFunction<Actor, @Nullable Long, OptionalLong> total) {
        return new CountWidget(
                key,
                caption,
                words,
                reaching(needed),
                new Listed(path, (actor, project) -> ChosenProject.parameters(project)),
                new Counted() {
                    @Override
                    public Count count(Actor actor, @Nullable Long project) {
                        return new Count(
                                Math.toIntExact(total.apply(actor, project).orElse(0)), false);
                    }

                    @Override
                    public Registration follow(UI ui, Actor actor, Runnable again) {
                        return feed.sites().follow(ui, stored -> true, news -> again.run());
                    }
                });
    }

    private interface Following {
        Registration start(UI ui, Actor actor, Runnable again);
    }

    /** As the list counts it to which the number leads. */
    private static Counted counted(Records<?> records, Listed list, Following following) {
        return new Counted() {
            @Override
            public Count count(Actor actor, @Nullable Long project) {
                return counted(records, actor, list.parameters().apply(actor, project));
            }

            @Override
            public Registration follow(UI ui, Actor actor, Runnable again) {
                return following.start(ui, actor, again);
            }
        };
    }

    private static <T> Count counted(Records<T> records, Actor actor, Map<String, List<String>> parameters) {
        return records.count(actor, QueryText.read(records.listing(), parameters));
    }

    private static Predicate<Actor> reaching(Permission needed) {
        return actor -> !(actor.reach(needed) instanceof Reach.Nothing);
    }
}
