package dev.seventouch.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pages. They load nothing from elsewhere; times are in the zone of this machine. */
final class InboxPages {
    private static final Pattern MESSAGE = Pattern.compile("/message/([^/]+)(/html)?");
    private static final int PER_PAGE = 50;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Mailstore store;

    InboxPages(Mailstore store) {
        this.store = store;
    }

    /** Empty if there is no such page. */
    Optional<Reply> answer(Request request) {
        if (!request.isRead()) {
            return Optional.empty();
        }
        return switch (request.path()) {
            case "/" -> Optional.of(list(request));
            case "/inbox.css" -> Optional.of(Reply.style(style()));
            default -> message(request.path());
        };
    }

    private Reply list(Request request) {
        String query = request.parameter("query").orElse("");
        int start = request.number("start", 0);
        List<Envelope> all = store.newestFirst().stream()
                .filter(envelope -> envelope.matches(query))
                .toList();
        String rows =
                all.stream().skip(start).limit(PER_PAGE).map(InboxPages::row).collect(Collectors.joining());
        // Looks again by itself while somebody watches the newest.
        String refresh = start == 0 && query.isEmpty() ? "<meta http-equiv=\"refresh\" content=\"3\">" : "";
        return Reply.page(Html.page("Inbox", refresh, """
                <header><h1>Inbox</h1><form action="/"><label>Search <input type="search" name="query" value="%s"></label>
                <button>Search</button></form><p>%d messages. Nothing here was sent to anybody.</p></header>
                <main><table><thead><tr><th>Received</th><th>To</th><th>Subject</th></tr></thead><tbody>%s</tbody></table>%s</main>
                """.formatted(
                        Html.escape(query), all.size(), rows, older(query, start, all.size()))));
    }

    private static String row(Envelope envelope) {
        return "<tr><td>%s</td><td>%s</td><td><a href=\"/message/%s\">%s</a> <span>%s</span></td></tr>"
                .formatted(
                        TIME.format(envelope.receivedAt()),
                        Html.escape(String.join(", ", envelope.recipients())),
                        envelope.id(),
                        Html.escape(envelope.subject().isBlank() ? "(no subject)" : envelope.subject()),
                        Html.escape(envelope.snippet()));
    }

    private static String older(String query, int start, int total) {
        return start + PER_PAGE < total
                ? "<p><a href=\"/?start=%d&amp;query=%s\">Older</a></p>"
                        .formatted(start + PER_PAGE, URLEncoder.encode(query, UTF_8))
                : "";
    }

    private Optional<Reply> message(String path) {
        Matcher asked = MESSAGE.matcher(path);
        if (!asked.matches()) {
            return Optional.empty();
        }
        return store.find(asked.group(1)).map(envelope -> {
            ParsedMail mail = ParsedMail.of(store.raw(envelope.id()));
            return asked.group(2) == null
                    ? Reply.page(view(envelope, mail))
                    : Reply.foreignHtml("<base target=\"_blank\">" + mail.html());
        });
    }

    private static String view(Envelope envelope, ParsedMail mail) {
        String html = mail.html().isEmpty()
                ? ""
                : ("<h2>HTML</h2><iframe title=\"The HTML part\" src=\"/message/%s/html\" "
                                + "sandbox=\"allow-popups allow-popups-to-escape-sandbox\"></iframe>")
                        .formatted(envelope.id());
        return Html.page(envelope.subject(), "", """
                <header><p><a href="/">Inbox</a></p><h1>%s</h1>
                <dl><dt>From</dt><dd>%s</dd><dt>To</dt><dd>%s</dd><dt>Received</dt><dd>%s</dd></dl>
                <p><a href="/api/v1/message/%s/raw">Source</a></p></header>
                <main>%s<h2>Text</h2><pre>%s</pre><h2>Headers</h2><pre>%s</pre></main>
                """.formatted(
                        Html.escape(envelope.subject().isBlank() ? "(no subject)" : envelope.subject()),
                        Html.escape(envelope.from().toString()),
                        Html.escape(String.join(", ", envelope.recipients())),
                        TIME.format(envelope.receivedAt()),
                        envelope.id(),
                        html,
                        Html.escape(mail.text()),
                        Html.escape(headers(mail))));
    }

    private static String headers(ParsedMail mail) {
        return mail.headers().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
                .collect(Collectors.joining("\n"));
    }

    private static byte[] style() {
        try (InputStream css = InboxPages.class.getResourceAsStream("inbox.css")) {
            return Objects.requireNonNull(css, "inbox.css is missing").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
