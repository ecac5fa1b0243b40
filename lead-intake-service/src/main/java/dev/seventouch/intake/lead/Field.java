package dev.seventouch.intake.lead;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be said about a lead in one line of text, by the name that every way in uses. */
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
    VALUE("value");

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
