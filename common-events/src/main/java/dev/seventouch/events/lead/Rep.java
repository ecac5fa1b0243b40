package dev.seventouch.events.lead;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** The salesperson who owns a lead. */
public record Rep(String name, String email, @Nullable String phone) {

    public Rep {
        requireNonNull(name, "name");
        requireNonNull(email, "email");
    }
}
