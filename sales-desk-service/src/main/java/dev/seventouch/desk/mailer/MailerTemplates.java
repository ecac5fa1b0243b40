package dev.seventouch.desk.mailer;

import dev.seventouch.desk.mailer.MailerClient.Answer;
import dev.seventouch.desk.template.Difference;
import dev.seventouch.desk.template.Finding;
import dev.seventouch.desk.template.Listed;
import dev.seventouch.desk.template.Preview;
import dev.seventouch.desk.template.Reply;
import dev.seventouch.desk.template.Source;
import dev.seventouch.desk.template.Templates;
import dev.seventouch.events.lead.Lead;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Templates behind the mailer's API. */
public final class MailerTemplates implements Templates {
    private static final String TEMPLATES = "/api/v1/templates";

    private final MailerClient mailer;

    public MailerTemplates(MailerClient mailer) {
        this.mailer = mailer;
    }

    private record Draft(
            String source,
            @Nullable String id,
            @Nullable Lead known,
            @Nullable String to) {}

    private record Report(@Nullable List<Finding> findings) {}

    private record Published(int version) {}

    private record Sent(@Nullable String receipt) {}

    @Override
    public List<Listed> all() {
        return mailer.get(TEMPLATES)
                .orElseAway()
                .as(Listed[].class)
                .map(List::of)
                .orElseThrow(() -> mailer.unexpected("there is no list of templates"));
    }

    @Override
    public Optional<Source> open(String id) {
        return Templates.isId(id)
                ? mailer.get(TEMPLATES + "/" + id).orElseAway().as(Source.class)
                : Optional.empty();
    }

    @Override
    public Reply<List<Finding>> lint(String source, @Nullable String id) {
        return reply(
                mailer.post("/api/v1/lint", new Draft(source, id, null, null)),
                Report.class,
                report -> report.findings() == null ? List.of() : report.findings());
    }

    @Override
    public Reply<Preview> preview(String id, String source, @Nullable Lead lead) {
        return reply(
                mailer.post(path(id) + "/preview", new Draft(source, null, lead, null)),
                Preview.class,
                Function.identity());
    }

    @Override
    public Reply<Integer> publish(String id, String source) {
        return reply(mailer.put(path(id), new Draft(source, null, null, null)), Published.class, Published::version);
    }

    @Override
    public Reply<String> send(String id, String source, @Nullable Lead lead, String to) {
        return reply(
                mailer.post(path(id) + "/test-send", new Draft(source, null, lead, to)),
                Sent.class,
                sent -> sent.receipt() == null ? "" : sent.receipt());
    }

    @Override
    public Optional<Difference> difference(String id, int from, int to) {
        return Templates.isId(id)
                ? mailer.get(TEMPLATES + "/" + id + "/diff?from=" + from + "&to=" + to)
                        .as(Difference.class)
                : Optional.empty();
    }

    /** @throws IllegalArgumentException if it may be no part of a path */
    private static String path(String id) {
        if (!Templates.isId(id)) {
            throw new IllegalArgumentException("no template has such an id");
        }
        return TEMPLATES + "/" + id;
    }

    private <J, T> Reply<T> reply(Answer answer, Class<J> json, Function<J, T> what) {
        if (!answer.refusals().isEmpty()) {
            return new Reply.Refused<>(answer.refusals());
        }
        return answer.as(json)
                .<Reply<T>>map(read -> new Reply.Done<>(what.apply(read)))
                .orElseThrow(() -> mailer.unexpected("it had nothing to say"));
    }
}
