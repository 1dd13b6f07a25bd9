package dev.lintel.domain.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes recurrence rules of every form that a schedule may have, also such whose start does not match them. */
public final class RandomRules {
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private final RandomGenerator random;

    public RandomRules(RandomGenerator random) {
        this.random = random;
    }

    /** Between 2015 and 2025, with a liking for the ends of months and for leap days. */
    public LocalDateTime start() {
        LocalDate date = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(3653));
        if (one(4)) {
            date = date.withDayOfMonth(date.lengthOfMonth());
        } else if (one(12)) {
            date = LocalDate.of(one(2) ? 2016 : 2020, 2, 29);
        }
        return date.atTime(random.nextInt(24), one(2) ? 0 : random.nextInt(60));
    }

    public String rule(LocalDateTime start) {
        List<String> parts = new ArrayList<>();
        switch (random.nextInt(4)) {
            case 0 -> daily(parts);
            case 1 -> weekly(parts);
            case 2 -> monthly(parts);
            default -> yearly(parts);
        }
        if (one(2)) {
            parts.add("INTERVAL=" + (1 + random.nextInt(5)));
        }
        if (one(3)) {
            parts.add("WKST=" + DAYS.get(random.nextInt(7)));
        }
        if (one(4)) {
            parts.add("COUNT=" + (1 + random.nextInt(one(2) ? 4 : 40)));
        } else if (one(4)) {
            parts.add("UNTIL="
                    + start.toLocalDate()
                            .plusDays(random.nextInt(-10, 2000))
                            .toString()
                            .replace("-", ""));
        }
        if (one(12)) {
            parts.add("BYHOUR=" + numbers(24, 2, 0, false));
        }
        return String.join(";", parts);
    }

    private void daily(List<String> parts) {
        parts.add("FREQ=DAILY");
        maybe(6, parts, "BYMONTH=" + numbers(12, 3, 1, false));
        maybe(6, parts, "BYMONTHDAY=" + numbers(31, 6, 1, true));
        maybe(6, parts, "BYDAY=" + days(4));
    }

    private void weekly(List<String> parts) {
        parts.add("FREQ=WEEKLY");
        if (one(6)) {
            parts.add("BYMONTH=" + numbers(12, 3, 1, false));
            maybe(2, parts, "BYDAY=" + days(5));
        } else if (!one(5)) {
            parts.add("BYDAY=" + days(5));
            maybe(5, parts, "BYSETPOS=" + numbers(3, 2, 1, true));
        }
    }

    private void monthly(List<String> parts) {
        parts.add("FREQ=MONTHLY");
        maybe(4, parts, "BYMONTH=" + numbers(12, 4, 1, false));
        inMonth(parts);
    }

    private void yearly(List<String> parts) {
        parts.add("FREQ=YEARLY");
        if (one(8)) {
            parts.add("BYYEARDAY=" + numbers(366, 4, 1, true));
        } else if (one(8)) {
            parts.add("BYDAY=" + signed(53) + DAYS.get(random.nextInt(7)));
        } else if (!one(6)) {
            // with days but without months, libraries disagree about the months that are meant
            parts.add("BYMONTH=" + numbers(12, 4, 1, false));
            inMonth(parts);
        }
    }

    private void inMonth(List<String> parts) {
        switch (random.nextInt(5)) {
            case 0 -> parts.add("BYMONTHDAY=" + numbers(31, 4, 1, true));
            case 1 -> parts.add("BYDAY=" + signed(5) + DAYS.get(random.nextInt(7)));
            case 2 -> {
                parts.add("BYDAY=" + (one(2) ? "MO,TU,WE,TH,FR" : "SA,SU"));
                parts.add("BYSETPOS=" + signed(5));
            }
            case 3 -> {
                parts.add("BYDAY=" + days(3));
                maybe(2, parts, "BYMONTHDAY=" + numbers(31, 9, 1, true));
            }
            default -> {}
        }
    }

    private String days(int most) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(i -> DAYS.get(random.nextInt(7)))
                .distinct()
                .collect(Collectors.joining(","));
    }

    private String numbers(int range, int most, int first, boolean negative) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .map(i -> (first + random.nextInt(range)) * (negative && one(3) ? -1 : 1))
                .distinct()
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
    }

    private int signed(int most) {
        return (1 + random.nextInt(most)) * (one(2) ? 1 : -1);
    }

    private void maybe(int of, List<String> parts, String part) {
        if (one(of)) {
            parts.add(part);
        }
    }

    private boolean one(int of) {
        return random.nextInt(of) == 0;
    }
}
