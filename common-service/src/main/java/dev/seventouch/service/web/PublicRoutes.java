package dev.seventouch.service.web;

import java.util.List;

/** The routes that a service answers to everybody. All others need the operator's key. */
public record PublicRoutes(List<String> patterns) {

    public static PublicRoutes of(String... patterns) {
        return new PublicRoutes(List.of(patterns));
    }
}
