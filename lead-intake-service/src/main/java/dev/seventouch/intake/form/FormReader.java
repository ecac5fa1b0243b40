package dev.seventouch.intake.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.events.lead.Consent;
import dev.seventouch.intake.consent.Agreement;
import dev.seventouch.intake.lead.Field;
import dev.seventouch.intake.lead.Submission;
import dev.seventouch.service.web.BadRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Reads a lead's details from the fields of a form: those that we know by name, all others as attributes. */
final class FormReader {
    /** A field that every form may have: what its page or its script made up for this entry, so that it counts once. */
    static final String ENTRY = "seventouch-entry";

    private FormReader() {}

    /** The id that the sender gave the entry, if it did. */
    static Optional<String> entry(Map<String, List<String>> fields) {
        return Optional.ofNullable(fields.get(ENTRY))
                .map(given -> String.join(",", given))
                .filter(id -> !id.isBlank());
    }

    /** What the lead entered: of an entry that is sent again, all that is the same. */
    static byte[] entered(Form form, Map<String, List<String>> fields) {
        StringBuilder entered = new StringBuilder();
        fields.forEach((name, given) -> {
            if (!madeByPage(form, name)) {
                given.forEach(value -> entered.append(UriUtils.encode(name, UTF_8))
                        .append('=')
                        .append(UriUtils.encode(value, UTF_8))
                        .append('&'));
            }
        });
        return entered.toString().getBytes(UTF_8);
    }

    /** Whether a field was filled that people don't see. */
    static boolean isFromMachine(Form form, Map<String, List<String>> fields) {
        return form.honeypot() != null && isFilled(fields.get(form.honeypot()));
    }

    /**
     * How much longer a person would have taken; nothing if it took long enough, or if the page doesn't tell. A page without
     * script can't.
     */
    static Optional<Duration> haste(Form form, Map<String, List<String>> fields) {
        Guard.FillTime fillTime = form.guard().fillTime();
        if (fillTime == null) {
            return Optional.empty();
        }
        String told = fields.getOrDefault(fillTime.field(), List.of("")).getFirst();
        if (!told.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        Duration missing = fillTime.atLeast().minusMillis(Long.parseLong(told));
        return missing.isPositive() ? Optional.of(missing) : Optional.empty();
    }

    /**
     * @param ip where the form was sent from
     * @throws BadRequest if a field that can be one thing only is there twice
     */
    static Submission read(Form form, Map<String, List<String>> fields, String ip, Instant now) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        Map<String, String> attributes = new LinkedHashMap<>();
        fields.forEach((name, given) -> {
            Optional<Field> field = Field.titled(name);
            if (field.isPresent()) {
                values.put(field.get(), theOnly(name, given));
            } else if (!belongsToForm(form, name)) {
                attributes.put(name, String.join(", ", given));
            }
        });
        return new Submission(values, form.source(), null, consent(form, fields, ip, now), attributes, form.confirm());
    }

    private static String theOnly(String name, List<String> given) {
        if (given.size() > 1) {
            throw new BadRequest(name, "is there " + given.size() + " times; send it once");
        }
        return given.getFirst();
    }

    private static boolean madeByPage(Form form, String name) {
        Guard.FillTime fillTime = form.guard().fillTime();
        return name.equals(ENTRY)
                || name.equals(form.guard().challenge())
                || (fillTime != null && name.equals(fillTime.field()));
    }

    private static boolean belongsToForm(Form form, String name) {
        return name.equals(form.honeypot())
                || madeByPage(form, name)
                || (form.consent() != null && name.equals(form.consent().field()));
    }

    private static @Nullable Consent consent(Form form, Map<String, List<String>> fields, String ip, Instant now) {
        Form.Question question = form.consent();
        if (question == null || (question.field() != null && !isFilled(fields.get(question.field())))) {
            return null;
        }
        return new Agreement(question.wording(), ip).given(form.source(), now);
    }

    private static boolean isFilled(@Nullable List<String> given) {
        return given != null && given.stream().anyMatch(value -> !value.isBlank());
    }
}
