package dev.seventouch.intake.form;

import dev.seventouch.intake.lead.Facts;
import dev.seventouch.intake.lead.Field;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * A field of a form, as its snippet shows it.
 *
 * @param name the page's
 * @param target what it means, as {@link Facts} knows it
 */
record Control(String name, String target, boolean required) {
    private static final List<String> USUAL = List.of("name", "email", "message");

    /** The fields that the form declares, else the usual ones; in any case those that are required, and one that tells who it is. */
    static List<Control> of(Form form) {
        Set<String> names = new LinkedHashSet<>();
        form.fields().targets().forEach((name, target) -> {
            if (!target.equals(Facts.NOTHING)) {
                names.add(name);
            }
        });
        if (names.isEmpty()) {
            names.addAll(USUAL);
        }
        form.required().stream().filter(name -> !form.isConsent(name)).forEach(names::add);
        Function<String, String> meaning = form.fields()::targetOf;
        Set<String> meanings = names.stream().map(meaning).collect(Collectors.toSet());
        boolean byPhone = meanings.contains(Field.PHONE.title()) && !form.confirm();
        if (!byPhone && !meanings.contains(Field.EMAIL.title())) {
            names.add(form.fields().namesOf(Field.EMAIL.title()).getFirst());
        }
        return names.stream()
                .map(name -> new Control(
                        name,
                        meaning.apply(name),
                        form.required().contains(name)
                                || (!byPhone && meaning.apply(name).equals(Field.EMAIL.title()))))
                .toList();
    }

    String html() {
        String named = "name=\"" + HtmlUtils.htmlEscape(name) + "\"";
        String needed = required ? " required" : "";
        String control =
                isLong() ? "<textarea " + named + needed + "></textarea>" : "<input " + named + hints() + needed + ">";
        return "  <label>" + HtmlUtils.htmlEscape(label()) + " " + control + "</label>\n";
    }

    private boolean isLong() {
        return target.equals(Field.NOTES.title()) || target.equals("attributes.message");
    }

    /** What a browser fills in by itself (HTML, section 4.10.18.7). */
    private String hints() {
        return switch (target) {
            case "name" -> " autocomplete=\"name\"";
            case "firstName" -> " autocomplete=\"given-name\"";
            case "lastName" -> " autocomplete=\"family-name\"";
            case "email" -> " type=\"email\" autocomplete=\"email\"";
            case "phone" -> " type=\"tel\" autocomplete=\"tel\"";
            case "company" -> " autocomplete=\"organization\"";
            case "street" -> " autocomplete=\"address-line1\"";
            case "postalCode" -> " autocomplete=\"postal-code\"";
            case "city" -> " autocomplete=\"address-level2\"";
            case "country" -> " autocomplete=\"country\"";
            case "value" -> " inputmode=\"decimal\"";
            default -> "";
        };
    }

    /** {@code your-email} is "Your email", {@code postalCode} is "Postal code". */
    private String label() {
        String words = name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})|[-_\\s]+", " ").strip();
        // Only where capitals part the words are they no capitals.
        String plain = name.matches("[a-z]+([A-Z][a-z]+)+") ? words.toLowerCase(Locale.ROOT) : words;
        return plain.isEmpty() ? name : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
    }
}
