package dev.seventouch.intake.lead;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what is said about a lead, by what each column of a list or field of a page means: a {@link Field} by its title,
 * {@code firstName}, {@code lastName}, {@code attributes.NAME}, or {@code -} for nothing.
 */
public final class Facts {
    public static final String NOTHING = "-";
    public static final String FIRST_NAME = "firstName";
    public static final String LAST_NAME = "lastName";
    public static final String ATTRIBUTE = "attributes.";

    /** What begins so is said of a lead's consent, by lists only. */
    public static final String CONSENT = "consent.";

    private static final List<String> OF_CONSENT = List.of("wording", "basis", "version", "at");

    private final Map<Field, String> values = new EnumMap<>(Field.class);
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final Map<String, String> consent = new HashMap<>();
    private String first = "";
    private String last = "";

    /** The meaning that somebody named, as it is kept; nothing if there is no such meaning. */
    public static Optional<String> target(String named) {
        if (!named.startsWith(ATTRIBUTE)) {
            boolean known = Field.titled(named).isPresent()
                    || named.equals(FIRST_NAME)
                    || named.equals(LAST_NAME)
                    || (named.startsWith(CONSENT) && OF_CONSENT.contains(named.substring(CONSENT.length())))
                    || named.equals(NOTHING);
            return known ? Optional.of(named) : Optional.empty();
        }
        return switch (PlainText.line(named.substring(ATTRIBUTE.length()), LeadRules.LONGEST_ATTRIBUTE_NAME)) {
            case Reading.Good<String>(var name) when !name.isEmpty() -> Optional.of(ATTRIBUTE + name);
            case Reading.Good<String> _ -> Optional.empty();
            case Reading.Bad<String> _ -> Optional.empty();
        };
    }

    /** Whether only one column or field may have it. */
    public static boolean isOne(String target) {
        return !target.startsWith(ATTRIBUTE) && !target.equals(NOTHING);
    }

    /** All meanings, for somebody who named none of them. */
    public static String targets() {
        return Field.titles() + ", firstName, lastName, attributes.NAME, and - for nothing";
    }

    /**
     * @param target one of those that {@link #target} knows; attributes may come more than once, all others come once
     * @param value as it was sent
     */
    public void add(String target, String value) {
        Optional<Field> field = Field.titled(target);
        if (field.isPresent()) {
            values.put(field.get(), value);
        } else if (target.equals(FIRST_NAME)) {
            first = value.strip();
        } else if (target.equals(LAST_NAME)) {
            last = value.strip();
        } else if (target.startsWith(CONSENT) && !value.isBlank()) {
            consent.put(target.substring(CONSENT.length()), value.strip());
        } else if (target.startsWith(ATTRIBUTE) && !value.isBlank()) {
            attributes.merge(target.substring(ATTRIBUTE.length()), value, (one, other) -> one + ", " + other);
        }
    }

    public Map<Field, String> values() {
        Map<Field, String> all = new EnumMap<>(Field.class);
        all.putAll(values);
        String name = (first + " " + last).strip();
        if (!name.isEmpty() && all.getOrDefault(Field.NAME, "").isBlank()) {
            all.put(Field.NAME, name);
        }
        return all;
    }

    public Map<String, String> attributes() {
        return new LinkedHashMap<>(attributes);
    }

    /**
     * What is told of the lead's consent, over what is told of all; null if nothing is.
     *
     * @param ofAll what is told of all; without a wording it is for those of whom one is told
     */
    public @Nullable Agreement consent(@Nullable Agreement ofAll, String source, Instant taken) {
        if (consent.isEmpty()) {
            return ofAll == null || ofAll.wording() == null ? null : ofAll;
        }
        return new Agreement(
                consent.getOrDefault("wording", ofAll == null ? null : ofAll.wording()),
                consent.getOrDefault("basis", ofAll == null ? null : ofAll.basis()),
                consent.get("version"),
                consent.get("at"),
                source,
                null,
                taken);
    }
}
