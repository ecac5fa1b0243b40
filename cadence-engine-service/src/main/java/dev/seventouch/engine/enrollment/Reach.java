package dev.seventouch.engine.enrollment;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.touch.Medium;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** The media on which a lead can be reached at all. */
final class Reach {

    private Reach() {}

    static Set<Medium> of(Contact contact) {
        Set<Medium> media = EnumSet.noneOf(Medium.class);
        if (contact.email() != null) {
            media.add(Medium.EMAIL);
        }
        if (contact.phone() != null) {
            media.add(Medium.PHONE);
        }
        if (contact.address() != null && contact.address().isComplete()) {
            media.add(Medium.POST);
            media.add(Medium.VISIT);
        }
        return media;
    }

    /** The media for which {@code now} has another address than {@code before}. */
    static Set<Medium> changed(Contact before, Contact now) {
        Set<Medium> media = EnumSet.noneOf(Medium.class);
        if (!Objects.equals(before.email(), now.email())) {
            media.add(Medium.EMAIL);
        }
        if (!Objects.equals(before.phone(), now.phone())) {
            media.add(Medium.PHONE);
        }
        if (!Objects.equals(before.address(), now.address())) {
            media.add(Medium.POST);
            media.add(Medium.VISIT);
        }
        return media;
    }
}
