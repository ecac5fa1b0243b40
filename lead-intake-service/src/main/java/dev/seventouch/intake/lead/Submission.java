package dev.seventouch.intake.lead;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lead's details as they came in, not yet looked at.
 *
 * @param source where the lead came from, such as {@code website}
 * @param owner the salesperson who is to own the lead, if the sender named one
 * @param attributes free facts by name, in the order in which they came
 * @param toConfirm whether it has to be confirmed by mail before anything else goes out
 * @param owners who is to own the lead if nobody does, neither by {@code owner} nor from before
 */
public record Submission(
        Map<Field, String> values,
        String source,
        @Nullable Owner owner,
        @Nullable Agreement consent,
        Map<String, String> attributes,
        boolean toConfirm,
        Owners owners) {

    /** One that need not be confirmed, and by which nobody comes to own the lead but whom it names. */
    public Submission(
            Map<Field, String> values,
            String source,
            @Nullable Owner owner,
            @Nullable Agreement consent,
            Map<String, String> attributes) {
        this(values, source, owner, consent, attributes, false, Owners.NONE);
    }

    public Submission {
        EnumMap<Field, String> copy = new EnumMap<>(Field.class);
        copy.putAll(values);
        values = copy;
        attributes = new LinkedHashMap<>(attributes);
    }

    /** A salesperson as named by the sender. */
    public record Owner(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    @Nullable String value(Field field) {
        return values.get(field);
    }
}
