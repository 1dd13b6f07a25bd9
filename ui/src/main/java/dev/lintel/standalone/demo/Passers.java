package dev.lintel.standalone.demo;

import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.site.Site;
import dev.lintel.domain.wire.WireName;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;

/** Who comes along next, and through which doors: mostly residents on their way home, and everything that goes wrong. */
final class Passers {
    private final Random random;
    private final List<Identifier> residents;
    private final List<Identifier> cars;
    private final List<Identifier> cleaners;
    private final List<Identifier> guards;
    private final List<Identifier> guests;
    private final List<Identifier> couriers;

    Passers(Site site, Random random) {
        this.random = random;
        this.residents = where(site, i -> i.user().startsWith("u") && i.guest() == null && !isCar(i));
        this.cars = where(site, Passers::isCar);
        this.cleaners = where(site, i -> i.user().startsWith("cleaner"));
        this.guards = where(site, i -> i.user().startsWith("guard"));
        this.guests = where(site, i -> i.guest() == GuestKind.GUEST && i.validUntil() == null);
        this.couriers = where(site, i -> i.guest() == GuestKind.COURIER);
    }

    /** The doors that the next person goes through, in order. Whoever is refused goes no further. */
    List<Pass> next() {
        int dice = random.nextInt(100);
        if (dice < 58) {
            return wayHome(any(residents));
        } else if (dice < 66) {
            Identifier car = any(cars);
            return List.of(pass(HeathfieldHouse.GATE, 2, car));
        } else if (dice < 74) {
            return List.of(pass(floor(), 1, any(residents)));
        } else if (dice < 81) {
            return List.of(pass(unit(), 1, any(cleaners)), pass(floor(), 1, any(cleaners)));
        } else if (dice < 85) {
            return List.of(pass(floor(), 1, any(guards)));
        } else if (dice < 89) {
            return wayHome(any(guests));
        } else if (dice < 92) {
            Identifier courier = any(couriers);
            return List.of(pass(HeathfieldHouse.GATE, 1, courier), pass(unitOf(courier), 1, courier));
        }
        return List.of(trouble(dice));
    }

    private Pass trouble(int dice) {
        if (dice < 94) {
            return new Pass(HeathfieldHouse.GATE, 1, "access-code", HeathfieldPeople.EXPIRED_CODE);
        } else if (dice < 96) {
            return new Pass(HeathfieldHouse.group(2), 1, "card", HeathfieldPeople.REVOKED_CARD);
        }
        return new Pass(
                HeathfieldHouse.GATE, 1, "card", String.format(Locale.ROOT, "%010d", random.nextInt(900_000_000)));
    }

    private List<Pass> wayHome(Identifier identifier) {
        return List.of(
                pass(HeathfieldHouse.GATE, 1, identifier),
                pass(unitOf(identifier), 1, identifier),
                pass(floorOf(identifier), 1, identifier));
    }

    private static Pass pass(String device, int lock, Identifier identifier) {
        String type = WireName.of(identifier.type());
        return new Pass(device, lock, type, identifier.value());
    }

    /** A resident's id begins with those of the unit, the floor and the apartment: {@code u1-f07-a2-1}. */
    private static String unitOf(Identifier identifier) {
        return identifier.user().substring(0, identifier.user().indexOf("-f"));
    }

    private static String floorOf(Identifier identifier) {
        return identifier.user().substring(0, identifier.user().indexOf("-a"));
    }

    private String unit() {
        return HeathfieldHouse.group(1 + random.nextInt(HeathfieldHouse.UNITS));
    }

    private String floor() {
        return HeathfieldHouse.group(
                1 + random.nextInt(HeathfieldHouse.UNITS), 1 + random.nextInt(HeathfieldHouse.FLOORS));
    }

    private Identifier any(List<Identifier> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static boolean isCar(Identifier identifier) {
        return identifier.type() == IdentifierType.LICENCE_PLATE;
    }

    private static List<Identifier> where(Site site, Predicate<Identifier> wanted) {
        return site.identifiers().stream().filter(wanted).toList();
    }
}
