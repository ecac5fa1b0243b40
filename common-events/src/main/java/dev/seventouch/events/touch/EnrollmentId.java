package dev.seventouch.events.touch;

import dev.seventouch.events.lead.LeadId;
import java.util.Optional;

/** One run of a cadence for one lead, such as {@code 5k2….website-enquiry.1}. */
public record EnrollmentId(String value) {

    public EnrollmentId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an enrollment id is not blank");
        }
    }

    /** @param start counts the lead's starts, on whichever cadence, from 1 */
    public static EnrollmentId of(LeadId lead, String cadence, int start) {
        return new EnrollmentId(lead + "." + cadence + "." + start);
    }

    /** The id of the cadence, or nothing if this is not of the form that {@link #of} gives. */
    public Optional<String> cadence() {
        String[] parts = value.split("\\.", -1);
        return parts.length == 3 ? Optional.of(parts[1]) : Optional.empty();
    }

    /** Which start of the lead it is, or 0 if this is not of the form that {@link #of} gives. */
    public int start() {
        String[] parts = value.split("\\.", -1);
        return parts.length == 3 && parts[2].matches("[0-9]{1,9}") ? Integer.parseInt(parts[2]) : 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
