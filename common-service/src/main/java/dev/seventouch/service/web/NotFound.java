package dev.seventouch.service.web;

/** There is no such thing: becomes a 404 that says what was looked for. */
public final class NotFound extends RuntimeException {

    public NotFound(String message) {
        super(message, null, false, false);
    }
}
