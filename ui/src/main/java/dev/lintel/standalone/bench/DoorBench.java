package dev.lintel.standalone.bench;

import dev.lintel.domain.device.Device;
import dev.lintel.domain.device.DeviceType;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.site.Site;
import dev.lintel.standalone.Command;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * How long a door waits: a server of its own with embedded database and broker, simulated panels that ask by MQTT at QoS 1 at
 * an even rate, and at the end a look whether every answer is in the ACS log.
 */
final class DoorBench implements Command {
    @Override
    public String name() {
        return "door";
    }

    @Override
    public String usage() {
        return "[--rate 500] [--seconds 60] [--panels 50] [--warm-up 15]\n"
                + "  measures the round trip of requests over MQTT on a server of its own";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws Exception {
        int rate;
        int seconds;
        int panels;
        int warmUp;
        try {
            Options options = Options.of(args, Set.of("--rate", "--seconds", "--panels", "--warm-up"));
            rate = options.number("--rate", 1, 20_000, 500);
            seconds = options.number("--seconds", 1, 3_600, 60);
            panels = options.number("--panels", 1, 60, 50);
            warmUp = options.number("--warm-up", 1, 3_600, 15);
        } catch (Options.Wrong wrong) {
            err.println(wrong.getMessage());
            return 2;
        }
        Site site = ResidentialComplex.of(1);
        List<Device> doors = site.devices().stream()
                .filter(device -> device.type() == DeviceType.PANEL)
                .limit(panels)
                .toList();
        err.println("starting a server of its own …");
        try (BenchServer server = BenchServer.start(site);
                PanelCrowd crowd = PanelCrowd.connect(server, doors)) {
            Random random = new Random(1);
            err.println("warming up for " + warmUp + " s …");
            crowd.ask(rate, warmUp, () -> any(site.identifiers(), random));
            err.println("measuring for " + seconds + " s …");
            double cpuBefore = server.cpuSeconds();
            RoundTrips measured = crowd.ask(rate, seconds, () -> any(site.identifiers(), random));
            double cpu = (server.cpuSeconds() - cpuBefore) / seconds;
            int missing = server.missingInLog(crowd.answered());
            print(out, measured, rate, doors.size(), cpu, missing);
            return measured.unanswered() == 0 && missing == 0 ? 0 : 1;
        }
    }

    private static void print(PrintStream out, RoundTrips trips, int rate, int panels, double cpu, int missing) {
        out.printf(Locale.ROOT, "requests       %,d at %,d/s from %d panels, QoS 1%n", trips.asked(), rate, panels);
        out.printf(
                Locale.ROOT,
                "round trip     p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                trips.millis(0.50),
                trips.millis(0.99),
                trips.millis(1));
        out.printf(Locale.ROOT, "granted        %,d%n", trips.granted());
        out.printf(Locale.ROOT, "unanswered     %,d%n", trips.unanswered());
        out.printf(Locale.ROOT, "lost           %,d answers are not in the ACS log%n", missing);
        out.printf(
                Locale.ROOT,
                "server CPU     %.2f of %d cores, database and broker included%n",
                cpu,
                Runtime.getRuntime().availableProcessors());
    }

    private static Identifier any(List<Identifier> identifiers, Random random) {
        return identifiers.get(random.nextInt(identifiers.size()));
    }
}
