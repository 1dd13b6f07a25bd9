package dev.lintel.domain.identifier;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How readers with a Wiegand line put a card's number into a few bits, parity left out: a facility and a number in it. The
 * layouts are those of {@code wiegand_formats.c} in RfidResearchGroup/proxmark3.
 */
public enum WiegandFormat {
    /** 26 bits. The first byte of a card with four is lost. */
    H10301(26, 8, 16),
    /** 34 bits, also called N10002. */
    H10306(34, 16, 16),
    /** 37 bits without a facility. */
    H10302(37, 0, 35),
    /** 37 bits with a facility. */
    H10304(37, 16, 19);

    private final int bits;
    private final int facilityBits;
    private final int numberBits;

    WiegandFormat(int bits, int facilityBits, int numberBits) {
        this.bits = bits;
        this.facilityBits = facilityBits;
        this.numberBits = numberBits;
    }

    /** On the line, with both parity bits. */
    public int bits() {
        return bits;
    }

    /** The largest facility; 0 where there is none. */
    public long mostFacility() {
        return (1L << facilityBits) - 1;
    }

    public long mostNumber() {
        return (1L << numberBits) - 1;
    }

    /** The card's number as far as the bits tell it; empty when one of the two is out of range. */
    public OptionalLong number(long facility, long number) {
        boolean fits = facility >= 0 && facility <= mostFacility() && number >= 0 && number <= mostNumber();
        return fits ? OptionalLong.of(facility << numberBits | number) : OptionalLong.empty();
    }

    /** The value of a card of which these two are known; empty when one of them is out of range. */
    public Optional<String> value(long facility, long number) {
        OptionalLong whole = number(facility, number);
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        // 26 bits leave a byte out: only the notation that says so finds the card by what is known
        return Optional.of(this == H10301 ? split(whole.getAsLong()) : Long.toUnsignedString(whole.getAsLong()));
    }

    /** Whether a card with this number can be told in these bits without losing any. */
    public boolean holds(long card) {
        return Long.compareUnsigned(card, 1L << facilityBits + numberBits) < 0;
    }

    /** Facility and number of a card, with a comma between them: {@code 176,42493}. Bits that do not fit are left out. */
    public String split(long card) {
        long number = card & mostNumber();
        if (facilityBits == 0) {
            return Long.toString(number);
        }
        long facility = card >>> numberBits & mostFacility();
        int digits = facilityBits == 8 ? 3 : 5;
        return ("%0" + digits + "d,%05d").formatted(facility, number);
    }
}
