package dev.lintel.domain.identifier.code;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Tells the codes that somebody without one would try first: one digit only, runs, repetitions, days of birth. */
public final class GuessableCode {
    /** Shorter ones are tried through in minutes, whatever their digits. */
    public static final int FEWEST_DIGITS = 4;

    private static final int LEAP_YEAR = 2000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;

    private GuessableCode() {}

    /** @param code digits only */
    public static boolean is(String code) {
        return code.length() < FEWEST_DIGITS || isRun(code) || isRepeated(code) || isMirrored(code) || isDate(code);
    }

    /** All steps from digit to digit are the same: 0000, 1234, 9876, 2468; nine goes on with nought. */
    private static boolean isRun(String code) {
        return IntStream.range(1, code.length())
                        .map(i -> Math.floorMod(code.charAt(i) - code.charAt(i - 1), 10))
                        .distinct()
                        .count()
                == 1;
    }

    /** One part again and again: 1212, 123123, 11221122. */
    private static boolean isRepeated(String code) {
        return IntStream.rangeClosed(1, code.length() / 2)
                .filter(part -> code.length() % part == 0)
                .anyMatch(part -> code.equals(code.substring(0, part).repeat(code.length() / part)));
    }

    private static boolean isMirrored(String code) {
        return new StringBuilder(code).reverse().toString().equals(code);
    }

    /** A day or a year, in the orders in which people write them. */
    private static boolean isDate(String code) {
        return switch (code.length()) {
            case 4 -> isDay(code, 0, 2) || isDay(code, 2, 0) || isYear(code);
            case 6 ->
                isDay(code, 0, 2) || isDay(code, 2, 0) || isDay(code, 2, 4) || isDay(code, 4, 2) || isMonthOfYear(code);
            case 8 ->
                isYear(code.substring(4)) && (isDay(code, 0, 2) || isDay(code, 2, 0))
                        || isYear(code.substring(0, 4)) && (isDay(code, 4, 6) || isDay(code, 6, 4));
            default -> false;
        };
    }

    private static boolean isMonthOfYear(String code) {
        return List.of(4, 0).stream()
                .anyMatch(at -> isYear(at == 0 ? code.substring(2) : code.substring(0, 4))
                        && isDay("01" + code.substring(at, at + 2), 0, 2));
    }

    private static boolean isYear(String digits) {
        int year = Integer.parseInt(digits);
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** Whether there is such a day in some year. */
    private static boolean isDay(String code, int day, int month) {
        try {
            LocalDate.of(LEAP_YEAR, number(code, month), number(code, day));
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static int number(String code, int at) {
        return Integer.parseInt(code.substring(at, at + 2));
    }
}
