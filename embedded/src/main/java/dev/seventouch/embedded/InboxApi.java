package dev.seventouch.embedded;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/v1}, shaped like Mailpit's. */
final class InboxApi {
    private static final Pattern MESSAGE = Pattern.compile("/api/v1/message/([^/]+)(/raw|/headers)?");
    private static final int LIMIT = 50;

    private final Mailstore store;
    private final JsonMapper json = new JsonMapper();

    InboxApi(Mailstore store) {
        this.store = store;
    }

    /** Empty if there is no such thing. */
    Optional<Reply> answer(Request request) throws IOException {
        return switch (request.path()) {
            case "/api/v1/messages" -> messages(request);
            case "/api/v1/search" -> Optional.of(json(page(request)));
            default -> request.isRead() ? message(request.path()) : Optional.empty();
        };
    }

    private Optional<Reply> messages(Request request) throws IOException {
        if (request.isRead()) {
            return Optional.of(json(page(request)));
        }
        return request.method().equals("DELETE") ? Optional.of(delete(request.body())) : Optional.empty();
    }

    private Answers.Page page(Request request) {
        List<Envelope> all = store.newestFirst().stream()
                .filter(envelope ->
                        request.parameter("query").map(envelope::matches).orElse(true))
                .toList();
        int start = request.number("start", 0);
        List<Answers.Summary> page = all.stream()
                .skip(start)
                .limit(request.number("limit", LIMIT))
                .map(Answers.Summary::of)
                .toList();
        return new Answers.Page(all.size(), page.size(), all.size(), start, page);
    }

    private Optional<Reply> message(String path) {
        Matcher asked = MESSAGE.matcher(path);
        return asked.matches()
                ? store.find(asked.group(1)).map(shown(asked.group(2) == null ? "" : asked.group(2)))
                : Optional.empty();
    }

    private Function<Envelope, Reply> shown(String part) {
        return envelope -> {
            byte[] raw = store.raw(envelope.id());
            return switch (part) {
                case "/raw" -> Reply.source(raw);
                case "/headers" -> json(ParsedMail.of(raw).headers());
                default -> json(Answers.Message.of(envelope, ParsedMail.of(raw)));
            };
        };
    }

    private Reply delete(String body) throws IOException {
        if (body.isBlank()) {
            store.deleteAll();
            return Reply.text(200, "ok");
        }
        try {
            Answers.Deletion deletion = json.readValue(body, Answers.Deletion.class);
            store.delete(deletion.ids());
            return Reply.text(200, "ok");
        } catch (JacksonException e) {
            return Reply.text(400, "Send {\"IDs\": [\"…\"]}, or no body to delete all.");
        }
    }

    private Reply json(Object answer) {
        return Reply.json(json.writeValueAsBytes(answer));
    }
}
