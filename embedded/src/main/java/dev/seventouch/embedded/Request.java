package dev.seventouch.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Optional;

/** What was asked. */
record Request(String method, URI uri, String body) {

    String path() {
        return uri.getPath();
    }

    boolean isRead() {
        return method.equals("GET") || method.equals("HEAD");
    }

    Optional<String> parameter(String name) {
        String query = uri.getRawQuery();
        return Arrays.stream(query == null ? new String[0] : query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> decoded(pair.substring(name.length() + 1)))
                .findFirst();
    }

    /** {@code otherwise} also where the client sent no number. */
    int number(String name, int otherwise) {
        return parameter(name)
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, UTF_8);
        } catch (IllegalArgumentException e) { // a stray percent sign
            return value;
        }
    }
}
