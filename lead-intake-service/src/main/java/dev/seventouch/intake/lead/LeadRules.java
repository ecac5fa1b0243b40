package dev.seventouch.intake.lead;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.lead.PostalAddress;
import dev.seventouch.events.lead.Rep;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a lead's details can be used, and in which form they are kept.
 *
 * @param defaultRegion ISO 3166-1 alpha-2: where a phone number without a country code is dialled
 */
public record LeadRules(String defaultRegion) {
    static final int LONGEST_LINE = 200;
    static final int MOST_ATTRIBUTES = 50;
    static final int LONGEST_ATTRIBUTE_NAME = 100;
    static final int LONGEST_ATTRIBUTE = 1000;
    static final int LONGEST_NOTES = 4000;

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(\\.\\d{1,2})?");
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public Checked check(Submission submission) {
        Checks checks = new Checks();
        Contact contact = contact(submission, checks);
        Origin origin = new Origin(
                source(submission, checks),
                line(submission, Field.REFERRER, checks),
                Consents.read(submission.consent(), checks));
        Rep owner = owner(submission.owner(), "owner.", checks);
        Map<String, String> attributes = attributes(submission.attributes(), checks);
        takeNotes(submission, attributes, checks);
        BigDecimal value = read(submission, Field.VALUE, LeadRules::amount, checks);
        if (checks.passed() && !canBeIdentified(contact)) {
            checks.note(
                    Field.EMAIL.title(),
                    "is missing; give an email address, else a phone number, else a name with street and city");
        }
        if (checks.passed() && submission.toConfirm() && contact.email() == null) {
            checks.note(Field.EMAIL.title(), "is missing; the request to confirm goes there");
        }
        return checks.passed()
                ? new Checked.Usable(new Details(
                        contact, origin, owner, attributes, value, submission.toConfirm(), submission.owners()))
                : new Checked.Refused(checks.problems());
    }

    static boolean canBeIdentified(Contact contact) {
        return contact.email() != null
                || contact.phone() != null
                || (contact.name() != null
                        && contact.address() != null
                        && contact.address().isComplete());
    }

    private Contact contact(Submission submission, Checks checks) {
        String country = read(submission, Field.COUNTRY, Places::country, checks);
        String region = country == null ? defaultRegion : country;
        EmailAddress email = read(submission, Field.EMAIL, EmailAddress::read, checks);
        PhoneNumber phone = read(submission, Field.PHONE, text -> PhoneNumber.read(text, region), checks);
        ZoneId zone = read(submission, Field.ZONE, Places::zone, checks);
        return new Contact(
                line(submission, Field.NAME, checks),
                email == null ? null : email.toString(),
                phone == null ? null : phone.e164(),
                address(submission, country, checks),
                line(submission, Field.COMPANY, checks),
                read(submission, Field.LANGUAGE, Places::language, checks),
                zone,
                country);
    }

    private static @Nullable PostalAddress address(Submission submission, @Nullable String country, Checks checks) {
        String street = line(submission, Field.STREET, checks);
        String postalCode = line(submission, Field.POSTAL_CODE, checks);
        String city = line(submission, Field.CITY, checks);
        return street == null && postalCode == null && city == null
                ? null
                : new PostalAddress(street, postalCode, city, country);
    }

    private static String source(Submission submission, Checks checks) {
        if (!SOURCE.matcher(submission.source()).matches()) {
            checks.note("source", "is not a name for a source; use a-z, 0-9 and \"-\", at most 64, such as trade-fair");
        }
        return submission.source();
    }

    /**
     * A salesperson who was named apart from a lead, by the same rules.
     *
     * @param wrong told of what is wrong with {@code name}, {@code email} or {@code phone}; nobody is returned then
     */
    public Optional<Rep> rep(Submission.Owner named, Consumer<Problem> wrong) {
        Checks checks = new Checks();
        Rep rep = owner(named, "", checks);
        checks.problems().forEach(wrong);
        return checks.passed() ? Optional.ofNullable(rep) : Optional.empty();
    }

    private @Nullable Rep owner(Submission.@Nullable Owner named, String where, Checks checks) {
        if (named == null) {
            return null;
        }
        String name = given(named.name(), where + "name", LeadRules::line, checks);
        EmailAddress email = given(named.email(), where + "email", EmailAddress::read, checks);
        PhoneNumber phone =
                given(named.phone(), where + "phone", text -> PhoneNumber.read(text, defaultRegion), checks);
        if (isBlank(named.name())) {
            checks.note(where + "name", "is missing; an owner has a name and an email");
        }
        if (isBlank(named.email())) {
            checks.note(where + "email", "is missing; an owner has a name and an email");
        }
        return name == null || email == null
                ? null
                : new Rep(name, email.toString(), phone == null ? null : phone.e164());
    }

    private static void takeNotes(Submission submission, Map<String, String> attributes, Checks checks) {
        String notes = read(submission, Field.NOTES, text -> PlainText.lines(text, LONGEST_NOTES), checks);
        if (notes != null && attributes.putIfAbsent(Field.NOTES.title(), notes) != null) {
            checks.note("attributes." + Field.NOTES.title(), "is said as notes as well; send it as one of them");
        }
    }

    private static Map<String, String> attributes(Map<String, String> raw, Checks checks) {
        Map<String, String> kept = new LinkedHashMap<>();
        if (raw.size() > MOST_ATTRIBUTES) {
            checks.note("attributes", "are too many; at most " + MOST_ATTRIBUTES + " are kept");
            return kept;
        }
        raw.forEach((rawName, rawValue) -> {
            String name = checks.take("attributes", PlainText.line(rawName, LONGEST_ATTRIBUTE_NAME));
            if (name == null) {
                return;
            }
            if (name.isEmpty()) {
                checks.note("attributes", "has one without a name; give each a name");
                return;
            }
            String value = checks.take("attributes." + name, PlainText.lines(rawValue, longest(name)));
            if (value != null && !value.isEmpty()) {
                kept.put(name, value);
            }
        });
        return kept;
    }

    private static int longest(String attribute) {
        return attribute.equals(Field.NOTES.title()) ? LONGEST_NOTES : LONGEST_ATTRIBUTE;
    }

    private static Reading<BigDecimal> amount(String text) {
        return AMOUNT.matcher(text).matches()
                ? new Reading.Good<>(new BigDecimal(text))
                : new Reading.Bad<>("is no amount; use digits and at most one point, such as 25000 or 129.90");
    }

    private static Reading<String> line(String text) {
        return PlainText.line(text, LONGEST_LINE);
    }

    private static @Nullable String line(Submission submission, Field field, Checks checks) {
        return read(submission, field, LeadRules::line, checks);
    }

    private static <T> @Nullable T read(
            Submission submission, Field field, Function<String, Reading<T>> how, Checks checks) {
        return given(submission.value(field), field.title(), how, checks);
    }

    private static <T> @Nullable T given(
            @Nullable String raw, String field, Function<String, Reading<T>> how, Checks checks) {
        return raw == null || raw.isBlank() ? null : checks.take(field, how.apply(raw.strip()));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
