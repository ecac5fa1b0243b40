package dev.seventouch.intake.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.intake.lead.Agreement;
import dev.seventouch.intake.lead.Facts;
import dev.seventouch.intake.lead.Submission;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.FieldProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Reads a lead's details from the fields of a form: those that we know by name, all others as attributes. */
final class FormReader {
    private FormReader() {}

    /** The id that the sender gave the entry, if it did. */
    static Optional<String> entry(Map<String, List<String>> fields) {
        return Optional.ofNullable(fields.get(Form.ENTRY))
                .map(given -> String.join(",", given))
                .filter(id -> !id.isBlank());
    }

    /** What the lead entered: of an entry that is sent again, all that is the same. */
    static byte[] entered(Form form, Map<String, List<String>> fields) {
        StringBuilder entered = new StringBuilder();
        fields.forEach((name, given) -> {
            if (!form.isMadeByPage(name)) {
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
        Facts facts = new Facts();
        fields.forEach((name, given) -> {
            if (!form.belongsToForm(name)) {
                String target = form.fields().targetOf(name);
                facts.add(target, Facts.isOne(target) ? theOnly(name, given) : String.join(", ", given));
            }
        });
        return new Submission(
                facts.values(),
                form.source(),
                null,
                consent(form, fields, ip, now),
                facts.attributes(),
                form.confirm(),
                form.owners());
    }

    /** The fields that are required and not filled. */
    static List<FieldProblem> missing(Form form, Map<String, List<String>> fields) {
        return form.required().stream()
                .filter(name -> !isFilled(fields.get(name)))
                .map(name -> new FieldProblem(name, "is missing; this form needs it filled in"))
                .toList();
    }

    /** A problem under the name that the page knows its field by. */
    static FieldProblem shown(Form form, String field, String message) {
        return new FieldProblem(form.fields().namesOf(field).getFirst(), message);
    }

    private static String theOnly(String name, List<String> given) {
        if (given.size() > 1) {
            throw new BadRequest(name, "is there " + given.size() + " times; send it once");
        }
        return given.getFirst();
    }

    private static @Nullable Agreement consent(Form form, Map<String, List<String>> fields, String ip, Instant now) {
        Form.Question question = form.consent();
        if (question == null || (question.field() != null && !isFilled(fields.get(question.field())))) {
            return null;
        }
        return new Agreement(question.wording(), question.basis(), question.version(), null, form.source(), ip, now);
    }

    private static boolean isFilled(@Nullable List<String> given) {
        return given != null && given.stream().anyMatch(value -> !value.isBlank());
    }
}
