package dev.lintel.standalone.demo;

import dev.lintel.domain.device.Device;
import dev.lintel.domain.device.DeviceRegistry;
import dev.lintel.domain.device.DeviceType;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.site.Site;
import dev.lintel.standalone.LintelProperties;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Keeps the panels of a house busy: about one pass in two seconds, with rush hours, and a panel that drops out at times. */
@Component
class SimulatedPanels implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedPanels.class);

    private static final long DAY_MS = 180_000;
    private static final long DROP_OUT_EVERY_S = 90;
    private static final long DROPPED_OUT_FOR_S = 35;

    private final DeviceRegistry devices;
    private final LintelProperties properties;
    private final InstantSource clock;
    private final Random random = new Random(2);
    private final Map<String, SimulatedPanel> panels = new ConcurrentHashMap<>();
    private final Map<String, Deque<Pass>> walks = new ConcurrentHashMap<>();
    private final Deque<Deque<Pass>> waiting = new ArrayDeque<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("simulated-panels").factory());
    private long asked;

    SimulatedPanels(DeviceRegistry devices, LintelProperties properties, InstantSource clock) {
        this.devices = devices;
        this.properties = properties;
        this.clock = clock;
    }

    /** Gives every panel of the site a password, lets it connect, and lets people come. */
    void run(Site site) {
        URI broker = properties.mqtt().forDevices();
        for (Device device : site.devices()) {
            if (device.type() == DeviceType.PANEL) {
                devices.issueCredential(Actor.server(), device.serial())
                        .map(credential -> new SimulatedPanel(
                                broker.getHost(), broker.getPort(), credential, clock, this::answered))
                        .ifPresent(panel -> panels.put(device.id(), panel));
            }
        }
        panels.values().forEach(SimulatedPanel::comeOnline);
        LOG.info("{} simulated panels connect to {}", panels.size(), broker);
        Passers passers = new Passers(site, random);
        timer.schedule(() -> step(passers), pause(), TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(this::dropOut, DROP_OUT_EVERY_S / 2, DROP_OUT_EVERY_S, TimeUnit.SECONDS);
    }

    private void step(Passers passers) {
        try {
            Deque<Pass> walk = waiting.poll();
            ask(walk == null ? new ArrayDeque<>(passers.next()) : walk);
        } catch (RuntimeException e) {
            LOG.warn("a simulated pass went wrong", e);
        } finally {
            timer.schedule(() -> step(passers), pause(), TimeUnit.MILLISECONDS);
        }
    }

    /** Between two passes; a day with its rush hours takes three minutes. */
    private long pause() {
        double rush = Math.sin(2 * Math.PI * (clock.millis() % DAY_MS) / DAY_MS);
        long quickest = properties.demo().quickest().toMillis();
        long slowest = properties.demo().slowest().toMillis();
        return (slowest + quickest) / 2 - Math.round(rush * (slowest - quickest) / 2.0);
    }

    private void ask(Deque<Pass> walk) {
        Pass pass = walk.poll();
        SimulatedPanel panel = pass == null ? null : panels.get(pass.device());
        if (pass != null && panel != null && panel.isOnline()) {
            String id = "demo-" + clock.millis() + "-" + asked++;
            walk.addFirst(pass);
            walks.put(id, walk);
            panel.ask(id, pass);
        }
    }

    private void answered(JsonNode answer) {
        JsonNode id = answer.get("id");
        Deque<Pass> walk = id == null || !id.isString() ? null : walks.remove(id.stringValue());
        if (walk == null || !answer.path("verdict").asString("").equals("grant")) {
            return;
        }
        timer.execute(() -> passed(walk));
    }

    private void passed(Deque<Pass> walk) {
        Pass through = walk.removeFirst();
        SimulatedPanel panel = panels.get(through.device());
        if (panel != null) {
            panel.tell("door_was_opened");
            timer.schedule(() -> panel.tell("door_was_closed"), 2 + random.nextInt(4), TimeUnit.SECONDS);
        }
        if (!walk.isEmpty()) {
            waiting.add(walk);
        }
    }

    private void dropOut() {
        List<SimulatedPanel> all = new ArrayList<>(panels.values());
        SimulatedPanel unlucky = all.get(random.nextInt(all.size()));
        unlucky.goOffline();
        timer.schedule(unlucky::comeOnline, DROPPED_OUT_FOR_S, TimeUnit.SECONDS);
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
        panels.values().forEach(SimulatedPanel::goOffline);
    }
}
