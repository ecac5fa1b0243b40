package dev.seventouch.intake.form;

import dev.seventouch.intake.lead.Facts;
import dev.seventouch.intake.lead.Field;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What the fields of a page mean.
 *
 * @param targets by the name of the page's field, as {@link Facts} knows them; no two have the same, except for nothing
 */
record FieldMap(SequencedMap<String, String> targets) {
    static final FieldMap NONE = new FieldMap(Collections.emptyNavigableMap());

    FieldMap {
        targets = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(targets));
    }

    boolean isMapped(String name) {
        return targets.containsKey(name);
    }

    /** As it is mapped, else a field of ours by its own name, unless another one is mapped to that; else an attribute. */
    String targetOf(String name) {
        String mapped = targets.get(name);
        if (mapped != null) {
            return mapped;
        }
        return Field.titled(name).isPresent() && !targets.containsValue(name) ? name : Facts.ATTRIBUTE + name;
    }

    /** The page's names for a field of ours, or for {@code attributes.NAME}; more than one only for a name in two parts. */
    List<String> namesOf(String ours) {
        List<String> names = mappedTo(List.of(ours));
        if (names.isEmpty() && ours.equals(Field.NAME.title())) {
            names = mappedTo(List.of(Facts.FIRST_NAME, Facts.LAST_NAME));
        }
        if (names.isEmpty()) {
            names = List.of(ours.startsWith(Facts.ATTRIBUTE) ? ours.substring(Facts.ATTRIBUTE.length()) : ours);
        }
        return names;
    }

    private List<String> mappedTo(List<String> ours) {
        return targets.entrySet().stream()
                .filter(each -> ours.contains(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
