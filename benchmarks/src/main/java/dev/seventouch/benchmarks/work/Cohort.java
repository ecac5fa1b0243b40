package dev.seventouch.benchmarks.work;

import dev.seventouch.events.lead.LeadId;
import java.math.BigInteger;

/**
 * Leads that come in together. Which cohort a lead is of, and its place there, can be read off its id; yet ids lie scattered as
 * those of real leads do, so that no store is spared by their order.
 *
 * @param number tells it from all others of a run
 */
public record Cohort(int number, int size) {
    /** Ids are written in base32hex, which is what Java takes for digits of this radix. */
    private static final int RADIX = 32;

    private static final int HALF = 13;
    /** Odd, so that multiplying by it can be undone; 2^64 by the golden ratio, so that neighbours land far apart. */
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private static final long GATHER = BigInteger.valueOf(SCATTER)
            .modInverse(BigInteger.ONE.shiftLeft(Long.SIZE))
            .longValue();

    public LeadId lead(int index) {
        long scattered = ((long) number << Integer.SIZE | index) * SCATTER;
        return new LeadId(digits(scattered) + digits(Long.reverse(scattered)));
    }

    /** @param lead the id of a lead of any cohort */
    public static int numberIn(String lead) {
        return (int) (gathered(lead) >>> Integer.SIZE);
    }

    public static int indexIn(String lead) {
        return (int) gathered(lead);
    }

    private static long gathered(String lead) {
        return Long.parseUnsignedLong(lead, 0, HALF, RADIX) * GATHER;
    }

    private static String digits(long value) {
        String digits = Long.toUnsignedString(value, RADIX);
        return "0".repeat(HALF - digits.length()) + digits;
    }
}
