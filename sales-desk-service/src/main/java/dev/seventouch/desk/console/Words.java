package dev.seventouch.desk.console;

import dev.seventouch.desk.lead.Ending;
import dev.seventouch.desk.lead.Facts;
import dev.seventouch.desk.lead.KnownLead;
import dev.seventouch.desk.lead.LeadState;
import dev.seventouch.desk.lead.Plan;
import dev.seventouch.desk.page.Page;
import dev.seventouch.desk.task.Answer;
import dev.seventouch.desk.task.Completion;
import dev.seventouch.desk.task.Task;
import dev.seventouch.desk.task.TaskList.Listed;
import dev.seventouch.desk.task.TaskState;
import dev.seventouch.desk.timeline.Entry;
import dev.seventouch.desk.timeline.Status;
import dev.seventouch.events.lead.PostalAddress;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.wire.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the desk knows, in words for a page. */
final class Words {
    /** What the key of a content begins with that is a template and no more. */
    private static final String TEMPLATE = "template:";

    private final ZoneId zone;
    private final DateTimeFormatter time;
    private final DateTimeFormatter day;

    Words(ZoneId zone) {
        this.zone = zone;
        this.time =
                DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.UK).withZone(zone);
        this.day = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK).withZone(zone);
    }

    Models.When when(Instant at) {
        return new Models.When(at.truncatedTo(ChronoUnit.MILLIS).toString(), time.format(at));
    }

    /** The day of an instant in the zone of the pages. */
    Models.When day(Instant at) {
        return new Models.When(LocalDate.ofInstant(at, zone).toString(), day.format(at));
    }

    String zoneName() {
        return zone.getId();
    }

    Models.TaskCard task(Listed listed) {
        Task task = listed.task();
        KnownLead lead = listed.lead();
        Facts facts = lead == null ? null : lead.facts();
        Completion done = task.completion();
        return new Models.TaskCard(
                task.id().value(),
                task.touch().lead().value(),
                lead == null ? "A lead not known yet" : lead.displayName(),
                company(facts),
                facts == null ? null : facts.phone(),
                facts == null ? null : mail(facts.email()),
                channel(task.touch().channel()),
                Json.nameOf(task.touch().channel()),
                task.errand() == null ? null : task.errand().words(),
                task.content().say(),
                task.content().minutes(),
                task.reason(),
                when(task.dueAt()),
                task.urgent(),
                task.state() == TaskState.OPEN,
                standing(task, done),
                facts == null ? null : facts.agreed(),
                answers(task.touch().channel()));
    }

    private @Nullable String standing(Task task, @Nullable Completion done) {
        if (done != null) {
            return answer(done.answer()) + ", by " + done.by();
        }
        return task.state() == TaskState.CLOSED ? "Closed: " + task.closedWhy() : null;
    }

    /** RFC 6068: all but the at sign is encoded. */
    private static Models.@Nullable Mail mail(@Nullable String address) {
        return address == null
                ? null
                : new Models.Mail(
                        address,
                        "mailto:"
                                + URLEncoder.encode(address, StandardCharsets.UTF_8)
                                        .replace("+", "%20")
                                        .replace("%40", "@"));
    }

    /** Not shown twice where the company is all the name there is. */
    private static @Nullable String company(@Nullable Facts facts) {
        return facts == null || facts.name() == null ? null : facts.company();
    }

    Models.LeadRow lead(KnownLead lead) {
        Facts facts = lead.facts();
        Plan.Next next = lead.next();
        return new Models.LeadRow(
                lead.id().value(),
                lead.displayName(),
                company(facts),
                facts == null ? null : facts.source(),
                facts == null || facts.owner() == null ? null : facts.owner().name(),
                state(lead.state()),
                Json.nameOf(lead.state()),
                next == null ? null : channel(next.channel()),
                next == null ? null : when(next.dueAt()),
                lead.plan() == null ? null : why(lead.plan()),
                next == null || next.dryAt() == null ? null : day(next.dryAt()));
    }

    private static String why(Plan plan) {
        return switch (plan) {
            case Plan.Next next -> next.why();
            case Plan.End end -> Ending.words(end.why());
        };
    }

    Models.LeadFacts facts(KnownLead lead) {
        Facts facts = lead.facts();
        return facts == null
                ? new Models.LeadFacts(null, null, null, null, null, null, List.of())
                : new Models.LeadFacts(
                        mail(facts.email()),
                        facts.phone(),
                        when(facts.capturedAt()),
                        facts.said(),
                        facts.agreed(),
                        oneLine(facts.address()),
                        // What was kept before this was shown has none.
                        facts.told() == null ? List.of() : facts.told());
    }

    private static @Nullable String oneLine(@Nullable PostalAddress address) {
        if (address == null) {
            return null;
        }
        String place = Stream.of(address.postalCode(), address.city())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return Stream.of(address.street(), place.isEmpty() ? null : place, address.country())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    Models.Line line(Entry entry) {
        boolean touch = entry.status() != null;
        return new Models.Line(
                when(entry.at()),
                entry.kind(),
                touch && entry.channel() != null ? channel(entry.channel()) : title(entry),
                touch ? status(entry) : null,
                entry.status() == null ? null : Json.nameOf(entry.status()),
                touch ? details(entry) : entry.what(),
                touch ? step(entry) : null,
                touch ? entry.reason() : null,
                // What the owner is told is nothing that the lead has had.
                entry.errand() == null ? content(entry.content()) : null,
                entry.errand() == null ? template(entry.content()) : null,
                entry.until() == null ? null : when(entry.until()));
    }

    private static @Nullable String status(Entry entry) {
        boolean byPerson = entry.channel() != null && !entry.channel().isAutomatic();
        if (byPerson && entry.status() == Status.HANDED_OVER) {
            return "On the list";
        }
        return entry.status() == null ? null : sentence(Json.nameOf(entry.status()));
    }

    private static @Nullable String content(@Nullable String key) {
        return key == null ? null : key.substring(key.indexOf(':') + 1);
    }

    private static @Nullable String template(@Nullable String key) {
        return key != null && key.startsWith(TEMPLATE) ? key.substring(TEMPLATE.length()) : null;
    }

    /** An errand's occurrence tells it from others and counts no rounds. */
    private static @Nullable String step(Entry entry) {
        if (entry.errand() != null) {
            return entry.errand().words();
        }
        return "step " + entry.step() + (occurrence(entry) > 1 ? ", round " + entry.occurrence() : "");
    }

    private static int occurrence(Entry entry) {
        return entry.occurrence() == null ? 1 : entry.occurrence();
    }

    private static String title(Entry entry) {
        return entry.type() == null ? sentence(entry.kind()) : sentence(entry.type());
    }

    private static @Nullable String details(Entry entry) {
        if (entry.completedAt() != null) {
            return answer(entry.answer()) + ", by " + entry.by();
        }
        return entry.say();
    }

    static String state(LeadState state) {
        return switch (state) {
            case ACTIVE -> "Active";
            case PAUSED -> "Paused";
            case READY_TO_BUY -> "Ready to buy";
            case CONVERTED -> "Bought";
            case UNSUBSCRIBED -> "Said stop";
            case ENDED -> "Ended";
        };
    }

    static String channel(Channel channel) {
        return switch (channel) {
            case EMAIL -> "Email";
            case LETTER -> "Letter";
            case CARD -> "Card";
            case CALL -> "Call";
            case VISIT -> "Visit";
            case NOTE -> "Handwritten note";
            case GIFT -> "Gift";
        };
    }

    private static List<Models.Choice> answers(Channel channel) {
        return Answer.offeredFor(channel).stream()
                .map(answer -> new Models.Choice(answer.wireName(), answer.words()))
                .toList();
    }

    private static String answer(@Nullable String wireName) {
        return wireName == null
                ? "Done"
                : Answer.named(wireName).map(Answer::words).orElse(wireName);
    }

    private static String sentence(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).replace('-', ' ');
    }

    static <T> Models.Part<T> part(Page<T> page) {
        return new Models.Part<>(page.items(), page.next());
    }
}
