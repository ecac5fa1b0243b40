package dev.seventouch.intake.web;

import dev.seventouch.intake.body.JsonFields;
import dev.seventouch.intake.lead.Agreement;
import dev.seventouch.intake.lead.Field;
import dev.seventouch.intake.lead.Owners;
import dev.seventouch.intake.lead.Submission;
import dev.seventouch.intake.signal.Moves;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a lead's details from JSON. */
final class LeadReader {
    private static final String[] KNOWN = Stream.concat(
                    Arrays.stream(Field.values()).map(Field::title),
                    Stream.of("source", "owner", "attributes", "consent", "confirm"))
            .toArray(String[]::new);

    private static final String[] KNOWN_ALONE =
            Stream.concat(Arrays.stream(KNOWN), Stream.of(Moves.FORMER)).toArray(String[]::new);

    private LeadReader() {}

    /** @throws dev.seventouch.service.web.BadRequest if a field is not known or of the wrong type */
    static Submission read(JsonFields fields, Instant now) {
        return read(fields, now, KNOWN);
    }

    /** One that comes alone may also tell the address that it had before, which is read by others. */
    static Submission readAlone(JsonFields fields, Instant now) {
        return read(fields, now, KNOWN_ALONE);
    }

    private static Submission read(JsonFields fields, Instant now, String... known) {
        fields.onlyKnown(known);
        Map<Field, String> values = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            String value = fields.text(field.title());
            if (value != null) {
                values.put(field, value);
            }
        }
        String given = fields.text("source");
        String source = given == null ? "api" : given;
        Submission.Owner owner = owner(fields.object("owner"));
        Agreement agreement = agreement(fields.object("consent"), source, now);
        boolean toConfirm = fields.flag("confirm");
        JsonFields attributes = fields.object("attributes");
        Map<String, String> facts = attributes == null ? Map.of() : attributes.texts();
        fields.refuseIfWrong();
        return new Submission(values, source, owner, agreement, facts, toConfirm, Owners.NONE);
    }

    private static Submission.@Nullable Owner owner(@Nullable JsonFields owner) {
        return owner == null
                ? null
                : new Submission.Owner(
                        owner.onlyKnown("name", "email", "phone").text("name"),
                        owner.text("email"),
                        owner.text("phone"));
    }

    private static @Nullable Agreement agreement(@Nullable JsonFields consent, String source, Instant now) {
        if (consent == null) {
            return null;
        }
        consent.onlyKnown("wording", "basis", "version", "at");
        if (!consent.has("wording")) {
            consent.wrong(
                    "wording", "is missing; send the words that the lead agreed to, or what another basis rests on");
        }
        return new Agreement(
                consent.text("wording"),
                consent.text("basis"),
                consent.text("version"),
                consent.text("at"),
                source,
                null,
                now);
    }
}
