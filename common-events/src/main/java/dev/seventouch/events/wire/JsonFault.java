package dev.seventouch.events.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * What is wrong with a piece of JSON, in words fit for a log or a problem response: never a value, never a class.
 *
 * @param path to the field, such as {@code lead.contact.email}; empty for the whole
 */
public record JsonFault(String path, String what) {
    private static final Pattern TOKEN = Pattern.compile("token '[^']*'");
    private static final Pattern CONTROL = Pattern.compile("\\p{C}");
    private static final Pattern SOURCE = Pattern.compile(" ?\\(start marker at \\[Source:[^]]*]\\)");

    /** The fault behind {@code thrown}, if it is one of JSON. */
    public static Optional<JsonFault> behind(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return Optional.of(of(json));
            }
        }
        return Optional.empty();
    }

    public static JsonFault of(JacksonException e) {
        String path = e.getPath().stream()
                .map(step -> step.getPropertyName() != null ? step.getPropertyName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining("."));
        return new JsonFault(path, what(e));
    }

    @Override
    public String toString() {
        return path.isEmpty() ? what : path + ": " + what;
    }

    private static String what(JacksonException e) {
        if (e.getCause() instanceof NullPointerException missing && missing.getMessage() != null) {
            return "\"" + missing.getMessage() + "\" is missing";
        }
        if (e instanceof StreamReadException) {
            return withoutValue(e.getOriginalMessage()) + " (line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ")";
        }
        // Jackson's own words name classes and repeat values; those of our types are meant to be read.
        boolean isJacksons = e.getOriginalMessage().startsWith("Cannot ");
        return isJacksons
                ? "is not " + expected(e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null)
                : e.getOriginalMessage();
    }

    // The parser quotes what it stumbled over; a header or a log takes one line of plain characters.
    private static String withoutValue(String message) {
        String first = message.lines().findFirst().orElse("");
        String unquoted = TOKEN.matcher(SOURCE.matcher(first).replaceAll("")).replaceAll("token '…'");
        return CONTROL.matcher(unquoted).replaceAll("?");
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null || type.isRecord()) {
            return "an object with the fields that belong here";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Instant.class) {
            return "a time such as 2026-11-02T08:30:00Z";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-11-02";
        }
        if (ZoneId.class.isAssignableFrom(type)) {
            return "a time zone such as Europe/Berlin";
        }
        if (type == String.class) {
            return "a text in quotes";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "what belongs here";
    }
}
