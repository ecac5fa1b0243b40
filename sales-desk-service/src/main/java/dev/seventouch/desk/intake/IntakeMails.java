package dev.seventouch.desk.intake;

import dev.seventouch.desk.intake.IntakeClient.Answer;
import dev.seventouch.desk.mail.MailAway;
import dev.seventouch.desk.mail.UnclearMail;
import dev.seventouch.desk.mail.UnclearMails;
import dev.seventouch.desk.page.Page;
import dev.seventouch.events.wire.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The mails behind intake's API. */
public final class IntakeMails implements UnclearMails {
    private static final String INBOX = "/api/v1/inbox";
    private static final int ON_A_PAGE = 50;

    /** What may become a part of a path, or of a query. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{1,64}");

    private static final Pattern PLACE = Pattern.compile("-?[0-9]{1,16}\\.[0-9a-f]{1,64}");

    private final IntakeClient intake;

    public IntakeMails(IntakeClient intake) {
        this.intake = intake;
    }

    private record Listed(List<UnclearMail> mails, @Nullable String next) {}

    private record Problem(List<Fault> errors) {}

    private record Fault(String field, String message) {}

    @Override
    public Page<UnclearMail> newest(@Nullable String after) {
        String from = after != null && PLACE.matcher(after).matches() ? "&before=" + after : "";
        Listed listed =
                expected(intake.get(INBOX + "?limit=" + ON_A_PAGE + from)).as(Listed.class);
        String next = listed.next();
        return new Page<>(listed.mails(), next == null ? null : next.substring(next.lastIndexOf('=') + 1));
    }

    @Override
    public Optional<UnclearMail> read(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        Answer answer = intake.get(INBOX + "/" + id);
        return answer.status() == 404
                ? Optional.empty()
                : Optional.of(expected(answer).as(UnclearMail.class));
    }

    @Override
    public Decided decide(String id, Is is, String who, String by) {
        if (!ID.matcher(id).matches()) {
            return new Decided.Gone();
        }
        Map<String, String> decision = new LinkedHashMap<>();
        decision.put("is", Json.nameOf(is));
        if (is != Is.NOTHING) {
            decision.put(who.contains("@") ? "email" : "leadId", who);
        }
        Answer answer = intake.post(INBOX + "/" + id + "/decision", decision, by);
        return switch (answer.status()) {
            case 404 -> new Decided.Gone();
            case 409 -> new Decided.Late();
            case 400 ->
                new Decided.Refused(answer.as(Problem.class).errors().getFirst().message());
            default -> new Decided.Done();
        };
    }

    private static Answer expected(Answer answer) {
        if (answer.status() != 200) {
            throw new MailAway("intake was asked, and it answered " + answer.status());
        }
        return answer;
    }
}
