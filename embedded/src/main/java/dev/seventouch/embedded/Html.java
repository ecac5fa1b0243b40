package dev.seventouch.embedded;

/** Pages as strings, with everything escaped that came from outside. */
final class Html {
    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /**
     * @param head and
     * @param body are HTML already
     */
    static String page(String title, String head, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">%s
                <title>%s</title><link rel="stylesheet" href="/inbox.css"></head>
                <body>
                %s</body>
                </html>
                """.formatted(head, escape(title.isBlank() ? "Message" : title), body);
    }
}
