package dev.seventouch.events.touch;

import dev.seventouch.events.lead.LeadId;
import java.util.Optional;

/** One run of a cadence for one lead, such as {@code 5k2….website-enquiry.1}. */
public record EnrollmentId(String value) {
    private static final int MOST_STARTS = 100_000_000;

    public EnrollmentId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an enrollment id is not blank");
        }
    }

    /** @param start counts the lead's starts, on whichever cadence, from 1 */
    public static EnrollmentId of(LeadId lead, String cadence, int start) {
        return new EnrollmentId(lead + "." + cadence + "." + start);
    }

    /** Of what a lead's owner is told or asked beside every plan: errands belong to the lead and not to one of its runs. */
    public static EnrollmentId ofErrands(LeadId lead) {
        return of(lead, "errands", 0);
    }

    /** The id of the cadence, or nothing if this is not of the form that {@link #of} gives. */
    public Optional<String> cadence() {
        int first = value.indexOf('.');
        int last = value.lastIndexOf('.');
        return first < last ? Optional.of(value.substring(first + 1, last)) : Optional.empty();
    }

    /** Which start of the lead it is, or 0 if this is not of the form that {@link #of} gives. */
    public int start() {
        int start = 0;
        int last = value.lastIndexOf('.');
        for (int i = last + 1; i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            if (last < 0 || digit < 0 || digit > 9 || start > MOST_STARTS) {
                return 0;
            }
            start = 10 * start + digit;
        }
        return start;
    }

    @Override
    public String toString() {
        return value;
    }
}
