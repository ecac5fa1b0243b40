package dev.seventouch.intake.signal;

import static java.util.Objects.requireNonNull;

import dev.seventouch.events.lead.Conversation;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.signal.Signal.Visitor;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.intake.body.JsonFields;
import dev.seventouch.service.mail.BounceStatus;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a report of what a lead did or said. */
final class SignalReader {
    private static final int LONGEST_WORDS = 5000;
    private static final int MOST_TOPICS = 30;
    private static final int LONGEST_LINK = 2000;

    private final JsonFields fields;
    private final LeadId lead;
    private final ZoneId zone;
    private final Instant now;

    private SignalReader(JsonFields fields, LeadId lead, ZoneId zone, Instant now) {
        this.fields = fields;
        this.lead = lead;
        this.zone = zone;
        this.now = now;
    }

    /**
     * @param zone where a day without a time begins
     * @throws dev.seventouch.service.web.BadRequest naming each field that is wrong, and what it may be
     */
    static SignalReport read(JsonFields fields, LeadId lead, ZoneId zone, Instant now) {
        SignalType type = typeOf(fields);
        fields.onlyKnown(type.fields());
        return new SignalReader(fields, lead, zone, now).read(type);
    }

    /** @throws dev.seventouch.service.web.BadRequest if there is no type, or one that can't be reported */
    static SignalType typeOf(JsonFields fields) {
        String name = fields.text("type");
        SignalType type = name == null ? null : SignalType.named(name).orElse(null);
        if (type == null) {
            fields.wrong("type", "must be one of " + SignalType.allNames());
            fields.refuseIfWrong();
            throw new IllegalStateException("a wrong type was refused");
        }
        return type;
    }

    private SignalReport read(SignalType type) {
        return switch (type) {
            case UNSUBSCRIBED -> unsubscribed(media(), touch());
            case READY_TO_BUY -> signal(new Signal.ReadyToBuy(lead, touch(), callAt(), now));
            case CONFIRMED -> signal(new Signal.Confirmed(lead, now));
            case REPLIED -> signal(new Signal.Replied(lead, touch(), now));
            case AUTO_REPLIED -> signal(new Signal.AutoReplied(lead, touch(), now));
            case BOUNCED ->
                bounced(Words.oneOf(Medium.class, fields, "medium"), code(Words.line(fields, "why", 500)), touch());
            case COMPLAINED -> signal(new Signal.Complained(lead, touch(), now));
            case OPENED -> opened(theTouch(), visitor(), seenAt());
            case CLICKED -> clicked(theTouch(), link(), visitor(), seenAt());
            case CONVERSATION -> conversation();
            case PAUSED -> paused(ahead(fields, "until"));
            case RESUMED -> signal(new Signal.Resumed(lead, now));
            case CONVERTED -> signal(new Signal.Converted(lead, now));
            case PREFERENCES -> preferences(fields.flag("lessOften"), media(), topics());
        };
    }

    private SignalReport signal(Signal signal) {
        fields.refuseIfWrong();
        return SignalReport.of(signal);
    }

    private SignalReport unsubscribed(Set<Medium> media, @Nullable TouchId touch) {
        if (fields.has("media") && media.isEmpty()) {
            fields.wrong("media", "must name one medium or more; leave it out to stop everything");
        }
        return signal(new Signal.Unsubscribed(lead, media, touch, now));
    }

    private SignalReport bounced(@Nullable Medium medium, @Nullable String why, @Nullable TouchId touch) {
        boolean permanent = fields.flag("permanent");
        fields.refuseIfWrong();
        return SignalReport.of(
                new Signal.Bounced(lead, medium == null ? Medium.EMAIL : medium, permanent, why, touch, now));
    }

    /** Words that came back may name anybody, and signals are kept for ever: what is left of them is the status code, if they have one. */
    private static @Nullable String code(@Nullable String why) {
        String code = why == null ? "" : BounceStatus.of("", why + " ").code();
        return code.isEmpty() ? null : code;
    }

    private SignalReport opened(@Nullable TouchId touch, Visitor by, @Nullable Instant at) {
        fields.refuseIfWrong();
        return SignalReport.of(new Signal.Opened(lead, requireNonNull(touch), by, requireNonNull(at)));
    }

    private SignalReport clicked(@Nullable TouchId touch, @Nullable String link, Visitor by, @Nullable Instant at) {
        fields.refuseIfWrong();
        return SignalReport.of(
                new Signal.Clicked(lead, requireNonNull(touch), requireNonNull(link), by, requireNonNull(at)));
    }

    /** Whoever can't tell says nothing; whoever knows that it was a program says so. */
    private Visitor visitor() {
        return fields.flag("automatic") ? Visitor.SCANNER : Visitor.PERSON;
    }

    private @Nullable TouchId theTouch() {
        TouchId touch = touch();
        if (!fields.has("touch")) {
            fields.wrong(
                    "touch", "is missing; it is the id of the touch whose mail it was, 32 characters of 0-9 and a-f");
        }
        return touch;
    }

    private @Nullable Instant seenAt() {
        return fields.has("at") ? Moments.past(fields, "at", now) : now;
    }

    /** As it stands in the template: what tells of its reader has no place on a topic that is kept for ever. */
    private @Nullable String link() {
        String link = Words.line(fields, "link", LONGEST_LINK);
        if (link == null) {
            fields.wrong("link", "is missing; it is where the link led to, such as https://example.com/offer");
            return null;
        }
        if (!isOfTheWeb(link)) {
            fields.wrong("link", "must be an address such as https://example.com/offer");
        } else if (link.contains("@") || link.contains("%40")) {
            fields.wrong(
                    "link", "names somebody; send it as it stands in the template, without what tells of its reader");
        }
        return link;
    }

    private static boolean isOfTheWeb(String link) {
        try {
            URI address = new URI(link);
            return ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()))
                    && address.getRawAuthority() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private SignalReport conversation() {
        String said = Words.lines(fields, "said", LONGEST_WORDS);
        String agreed = Words.lines(fields, "agreed", LONGEST_WORDS);
        Signal.AgreedStep next = next();
        if (said == null && agreed == null && next == null) {
            fields.wrong("said", "is missing; tell what was said, what was agreed, or what happens next");
        }
        fields.refuseIfWrong();
        return new SignalReport(
                new Signal.Conversed(lead, next, now),
                said == null && agreed == null ? null : new Conversation(now, said, agreed));
    }

    private Signal.@Nullable AgreedStep next() {
        JsonFields next = fields.object("next");
        if (next == null) {
            return null;
        }
        next.onlyKnown("channel", "when");
        Channel channel = Words.oneOf(Channel.class, next, "channel");
        Instant when = ahead(next, "when");
        if (channel == null && !next.has("channel")) {
            next.wrong("channel", "is missing; it is one of " + Words.names(Channel.class));
        }
        return channel == null || when == null ? null : new Signal.AgreedStep(channel, when);
    }

    private SignalReport paused(@Nullable Instant until) {
        fields.refuseIfWrong();
        return SignalReport.of(new Signal.Paused(lead, requireNonNull(until, "refused if missing"), now));
    }

    private SignalReport preferences(boolean lessOften, Set<Medium> media, Set<String> topics) {
        fields.refuseIfWrong();
        return SignalReport.of(new Signal.Preferred(lead, lessOften, media, topics, now));
    }

    private Set<Medium> media() {
        Set<Medium> media = new LinkedHashSet<>();
        for (String name : fields.list("media", Medium.values().length)) {
            Words.constant(Medium.class, name)
                    .ifPresentOrElse(media::add, () -> fields.wrong("media", "may name " + Words.names(Medium.class)));
        }
        return media;
    }

    private Set<String> topics() {
        List<String> topics = fields.list("topics", MOST_TOPICS);
        if (topics.stream().anyMatch(topic -> !topic.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} _-]{0,59}"))) {
            fields.wrong("topics", "are plain words, each at most 60 characters");
        }
        return new LinkedHashSet<>(topics);
    }

    private @Nullable Instant ahead(JsonFields in, String field) {
        return Moments.ahead(in, field, zone, now);
    }

    private @Nullable LocalDateTime callAt() {
        String text = fields.text("callAt");
        LocalDateTime wish = Moments.onTheirClock(text, now).orElse(null);
        if (text != null && wish == null) {
            fields.wrong(
                    "callAt",
                    "is a time ahead, within a year, as the lead's own clock shows it, such as "
                            + Moments.anExample(now));
        }
        return wish;
    }

    private @Nullable TouchId touch() {
        String id = fields.text("touch");
        try {
            return id == null ? null : new TouchId(id);
        } catch (IllegalArgumentException e) {
            fields.wrong("touch", "is not the id of a touch: 32 characters of 0-9 and a-f");
            return null;
        }
    }
}
