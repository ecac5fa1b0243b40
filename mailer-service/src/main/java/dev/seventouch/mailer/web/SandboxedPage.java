package dev.seventouch.mailer.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** HTML that somebody else wrote, shown so that it can neither run, load nor send anything. */
final class SandboxedPage {

    private SandboxedPage() {}

    static ResponseEntity<String> of(String html) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header(
                        "Content-Security-Policy",
                        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(html);
    }
}
