package dev.seventouch.desk.intake;

import dev.seventouch.desk.away.IntakeAway;
import dev.seventouch.desk.mail.UnclearMail;
import dev.seventouch.desk.mail.UnclearMails;
import dev.seventouch.desk.neighbour.Neighbour;
import dev.seventouch.desk.neighbour.Reply;
import dev.seventouch.desk.page.Page;
import dev.seventouch.events.wire.Json;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The mails behind intake's API. */
public final class IntakeMails implements UnclearMails, AutoCloseable {
    private static final String INBOX = "/api/v1/inbox";
    private static final int ON_A_PAGE = 50;

    /** What may become a part of a path, or of a query. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{1,64}");

    private static final Pattern PLACE = Pattern.compile("-?[0-9]{1,16}\\.[0-9a-f]{1,64}");

    /** Above any page of mails. */
    private static final long MOST_BYTES = 4L << 20;

    private final Neighbour intake;

    /**
     * @param address of intake, such as {@code http://localhost:8080}
     * @param patience wall time for an answer, all of its body included
     */
    public IntakeMails(URI address, String operatorKey, Duration patience, MeterRegistry meters) {
        this.intake = new Neighbour(
                "intake", address, operatorKey, new Neighbour.Limits(patience, MOST_BYTES), IntakeAway::new, meters);
    }

    private record Listed(List<UnclearMail> mails, @Nullable String next) {}

    private record Problem(List<Fault> errors) {}

    private record Fault(String field, String message) {}

    @Override
    public Page<UnclearMail> newest(@Nullable String after) {
        String from = after != null && PLACE.matcher(after).matches() ? "&before=" + after : "";
        Listed listed = read(intake.get(INBOX + "?limit=" + ON_A_PAGE + from), Listed.class);
        String next = listed.next();
        return new Page<>(listed.mails(), next == null ? null : next.substring(next.lastIndexOf('=') + 1));
    }

    @Override
    public Optional<UnclearMail> read(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        Reply reply = intake.get(INBOX + "/" + id);
        return reply.status() == 404 ? Optional.empty() : Optional.of(read(reply, UnclearMail.class));
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
        Reply reply = intake.post(INBOX + "/" + id + "/decision", decision, by);
        return switch (reply.status()) {
            case 404 -> new Decided.Gone();
            case 409 -> new Decided.Late();
            case 400 ->
                new Decided.Refused(intake.read(reply.body(), Problem.class)
                        .errors()
                        .getFirst()
                        .message());
            default -> new Decided.Done();
        };
    }

    private <T> T read(Reply reply, Class<T> type) {
        if (reply.status() != 200) {
            throw intake.unexpected("it answered " + reply.status(), null);
        }
        return intake.read(reply.body(), type);
    }

    @Override
    public void close() {
        intake.close();
    }
}
