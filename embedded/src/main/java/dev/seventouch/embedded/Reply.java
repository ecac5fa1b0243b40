package dev.seventouch.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What is answered, and what a browser may do with it. */
record Reply(int status, String contentType, String contentSecurityPolicy, byte[] body) {
    /** Our own pages: our own style sheet, our own frames, and nothing from elsewhere. */
    private static final String OWN =
            "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /** Someone's HTML: no scripts, nothing loaded; a link opens a tab of its own, outside the sandbox. */
    private static final String FOREIGN =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; "
                    + "sandbox allow-popups allow-popups-to-escape-sandbox";

    static Reply text(int status, String text) {
        return new Reply(status, "text/plain; charset=utf-8", OWN, text.getBytes(UTF_8));
    }

    static Reply page(String html) {
        return new Reply(200, "text/html; charset=utf-8", OWN, html.getBytes(UTF_8));
    }

    static Reply foreignHtml(String html) {
        return new Reply(200, "text/html; charset=utf-8", FOREIGN, html.getBytes(UTF_8));
    }

    static Reply style(byte[] css) {
        return new Reply(200, "text/css; charset=utf-8", OWN, css);
    }

    static Reply json(byte[] json) {
        return new Reply(200, "application/json", OWN, json);
    }

    /** Shown as text, so that a browser never runs it. */
    static Reply source(byte[] raw) {
        return new Reply(200, "text/plain; charset=utf-8", OWN, raw);
    }
}
