package dev.seventouch.intake.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/**
 * What a sender wants for an answer: as it says itself by {@code Accept}, else as its browser says (Fetch Metadata, {@code
 * Sec-Fetch-Mode}): a page that goes there, or a script that reads what comes. Older libraries of scripts say {@code
 * X-Requested-With}.
 */
enum Wish {
    /** A browser: a page. */
    PAGE,
    JSON,
    ANY;

    static Wish of(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        String wished = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
        if (wished.contains("text/html")) {
            return PAGE;
        }
        if (wished.contains("json")) {
            return JSON;
        }
        String mode = request.getHeader("Sec-Fetch-Mode");
        return switch (mode == null ? "" : mode) {
            case "navigate" -> PAGE;
            case "cors", "same-origin" -> JSON;
            default -> request.getHeader("X-Requested-With") == null ? ANY : JSON;
        };
    }
}
