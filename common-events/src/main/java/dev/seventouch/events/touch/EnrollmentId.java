package dev.seventouch.events.touch;

import dev.seventouch.events.lead.LeadId;

/** One run of a cadence for one lead, such as {@code 5k2….website-enquiry.1}. */
public record EnrollmentId(String value) {

    public EnrollmentId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an enrollment id is not blank");
        }
    }

    /** @param start 1 for the lead's first start on this cadence, 2 for the second, and so on */
    public static EnrollmentId of(LeadId lead, String cadence, int start) {
        return new EnrollmentId(lead + "." + cadence + "." + start);
    }

    @Override
    public String toString() {
        return value;
    }
}
