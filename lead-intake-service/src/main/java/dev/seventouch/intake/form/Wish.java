package dev.seventouch.intake.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** What a sender wants for an answer. */
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
        return wished.contains("json") ? JSON : ANY;
    }
}
