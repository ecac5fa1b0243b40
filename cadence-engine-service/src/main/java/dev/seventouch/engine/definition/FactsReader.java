package dev.seventouch.engine.definition;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.seventouch.engine.simulation.LeadFacts;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.PostalAddress;
import dev.seventouch.events.lead.Rep;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what is told of a lead, field by field, by the names that intake uses. Lenient where intake is strict: nothing goes out. */
public final class FactsReader {
    /** A salesperson is named as {@code owner}, or by these. */
    private static final String OWNER = "owner";

    private static final String ATTRIBUTES = "attributes.";

    /** The fields that there are, beside {@code attributes.NAME}. */
    public static final List<String> FIELDS = List.of(
            "email",
            "name",
            "phone",
            "company",
            "street",
            "postalCode",
            "city",
            "country",
            "language",
            "zone",
            "referrer",
            "value",
            "source",
            OWNER,
            "owner.name",
            "owner.email",
            "owner.phone");

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(\\.\\d{1,2})?");
    private static final Map<String, String> COUNTRIES = countries();
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> ZONES = ZoneRulesProvider.getAvailableZoneIds();

    private final Map<String, String> values;
    private final BiConsumer<String, String> problems;

    private FactsReader(Map<String, String> values, BiConsumer<String, String> problems) {
        this.values = values;
        this.problems = problems;
    }

    /**
     * @param values by field; what is blank is not told
     * @param region ISO 3166-1 alpha-2: where a phone number without a country code is dialled, unless the lead's country is told
     * @param problems is told the field and what is wrong with it
     */
    public static LeadFacts read(Map<String, String> values, String region, BiConsumer<String, String> problems) {
        return new FactsReader(values, problems).facts(region);
    }

    private LeadFacts facts(String region) {
        String country = value("country", FactsReader::country);
        String dialled = country == null ? region : country;
        Contact contact = new Contact(
                text("name"),
                value("email", FactsReader::email),
                value("phone", text -> phone(text, dialled)),
                address(country),
                text("company"),
                value("language", FactsReader::language),
                value("zone", FactsReader::zone),
                country);
        return new LeadFacts(
                contact,
                value("source", Values::source),
                text("referrer"),
                owner(),
                value("value", FactsReader::amount),
                attributes());
    }

    private @Nullable PostalAddress address(@Nullable String country) {
        String street = text("street");
        String postalCode = text("postalCode");
        String city = text("city");
        return street == null && postalCode == null && city == null
                ? null
                : new PostalAddress(street, postalCode, city, country);
    }

    private @Nullable Rep owner() {
        String told = text(OWNER);
        String name = text("owner.name");
        String email = text("owner.email");
        String either = told != null ? told : name != null ? name : email;
        return either == null ? null : new Rep(name == null ? either : name, email == null ? either : email, null);
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            if (field.startsWith(ATTRIBUTES) && !value.isBlank()) {
                attributes.put(field.substring(ATTRIBUTES.length()), value.strip());
            }
        });
        return attributes;
    }

    private @Nullable String text(String field) {
        String value = values.get(field);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private <T> @Nullable T value(String field, Function<String, T> read) {
        String text = text(field);
        try {
            return text == null ? null : read.apply(text);
        } catch (IllegalArgumentException e) {
            problems.accept(field, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static String email(String text) {
        if (!EMAIL.matcher(text).matches()) {
            throw new IllegalArgumentException("expected an address such as name@example.com");
        }
        return text;
    }

    private static String phone(String text, String region) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(text, region);
            if (numbers.isPossibleNumber(number)) {
                return numbers.format(number, PhoneNumberFormat.E164);
            }
        } catch (NumberParseException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "expected a phone number, best with its country code, such as +49 30 1234567");
    }

    private static String country(String text) {
        String country = COUNTRIES.get(text.toLowerCase(Locale.ROOT));
        if (country == null) {
            throw new IllegalArgumentException("expected a country by its two letters of ISO 3166, such as DE");
        }
        return country;
    }

    /** By code, and by name in the languages in which lists come. */
    private static Map<String, String> countries() {
        Map<String, String> countries = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("es"))) {
                countries.put(Locale.of("", code).getDisplayCountry(language).toLowerCase(Locale.ROOT), code);
            }
            countries.put(code.toLowerCase(Locale.ROOT), code);
        }
        return Map.copyOf(countries);
    }

    private static String language(String text) {
        try {
            Locale locale =
                    new Locale.Builder().setLanguageTag(text.replace('_', '-')).build();
            if (LANGUAGES.contains(locale.getLanguage())) {
                return locale.toLanguageTag();
            }
        } catch (IllformedLocaleException e) {
            // said below
        }
        throw new IllegalArgumentException("expected a language, such as de or en-GB");
    }

    private static ZoneId zone(String text) {
        if (!ZONES.contains(text)) {
            throw new IllegalArgumentException("expected a time zone, such as Europe/Berlin");
        }
        return ZoneId.of(text);
    }

    private static BigDecimal amount(String text) {
        if (!AMOUNT.matcher(text).matches()) {
            throw new IllegalArgumentException("expected an amount in digits with at most one point, such as 25000");
        }
        return new BigDecimal(text);
    }
}
