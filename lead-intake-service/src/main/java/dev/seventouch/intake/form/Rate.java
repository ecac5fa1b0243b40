package dev.seventouch.intake.form;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** So many in so long, written {@code 20/m}, with {@code s}, {@code m}, {@code h} or {@code d}. */
public record Rate(int many, Duration in) {
    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,6})/([smhd])");

    /** The rate that {@code text} is, or nothing if it is none. */
    public static Optional<Rate> read(String text) {
        Matcher read = FORM.matcher(text);
        if (!read.matches()) {
            return Optional.empty();
        }
        Duration in = switch (read.group(2)) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
        return Optional.of(new Rate(Integer.parseInt(read.group(1)), in));
    }
}
