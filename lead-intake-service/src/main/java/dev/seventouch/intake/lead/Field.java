package dev.seventouch.intake.lead;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be said about a lead, by the name that every way in uses; each but the notes is one line of text. */
public enum Field {
    EMAIL("email"),
    NAME("name"),
    PHONE("phone"),
    COMPANY("company"),
    STREET("street"),
    POSTAL_CODE("postalCode"),
    CITY("city"),
    COUNTRY("country"),
    LANGUAGE("language"),
    ZONE("zone"),
    REFERRER("referrer"),
    /** What a sale to the lead is expected to be worth. */
    VALUE("value"),
    /** What somebody wrote about the lead, in several lines. Kept as the attribute of that name, and so shown wherever those are. */
    NOTES("notes");

    private final String title;

    Field(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public static Optional<Field> titled(String title) {
        return Arrays.stream(values())
                .filter(field -> field.title.equals(title))
                .findFirst();
    }

    public static String titles() {
        return Arrays.stream(values()).map(Field::title).collect(Collectors.joining(", "));
    }
}
