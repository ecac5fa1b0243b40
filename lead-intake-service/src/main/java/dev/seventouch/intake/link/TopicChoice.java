package dev.seventouch.intake.link;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The topics of the library that a lead may choose from, in the order in which they are shown. */
public record TopicChoice(Set<String> offered) {
    public static TopicChoice of(List<String> names) {
        return new TopicChoice(new LinkedHashSet<>(names));
    }
}
