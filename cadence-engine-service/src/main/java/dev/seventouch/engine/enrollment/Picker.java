package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.Action;
import dev.seventouch.engine.cadence.Library;
import dev.seventouch.engine.policy.Verdict;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.library.LibraryItem;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import dev.seventouch.events.touch.Recipient;
import java.time.LocalDate;

/** Settles what a touch is: never the same content twice, never filler, never on a medium that is closed. */
final class Picker {
    private static final int MINUTES_TO_FIND_A_REASON = 5;

    private Picker() {}

    /** Whether the lead can and may be touched on this channel. */
    static Verdict reachable(Channel channel, Contact contact, History history) {
        if (history.isClosed(channel.medium())) {
            return new Verdict.Deny("the lead is not to be reached by " + word(channel));
        }
        return switch (channel) {
            case EMAIL -> contact.email() != null ? new Verdict.Allow() : new Verdict.Deny("no email address is known");
            case LETTER, CARD ->
                contact.address() != null && contact.address().isComplete()
                        ? new Verdict.Allow()
                        : new Verdict.Deny("no complete postal address is known");
            // A person can find out what is missing.
            case CALL, VISIT, NOTE, GIFT -> new Verdict.Allow();
        };
    }

    /** @param day on the lead's calendar */
    static Picked pick(Action action, Library library, Lead lead, History history, LocalDate day) {
        return switch (action) {
            case Action.Fixed(var channel, var content, var reason) ->
                content.key() != null && history.had().contains(content.key())
                        ? askForAReason("the lead has had what the plan holds for it")
                        : new Picked(channel, Recipient.LEAD, content, reason);
            case Action.FromLibrary(var channel, var template, var topics) ->
                library.best(channel, history.wishes().among(topics, channel), lead, day, history::hasHad)
                        .map(item ->
                                new Picked(channel, Recipient.LEAD, contentOf(channel, template, item), item.reason()))
                        .orElseGet(() -> askForAReason("the library holds nothing that the lead has not had"));
        };
    }

    private static Content contentOf(Channel channel, String template, LibraryItem item) {
        return channel.isAutomatic()
                ? Content.item(template, item.id())
                : new Content(
                        null, item.id(), item.subject() + "\n\n" + item.body().strip(), null);
    }

    private static Picked askForAReason(String why) {
        return new Picked(
                Channel.CALL,
                Recipient.OWNER,
                Content.say(
                        "Find a reason to be in touch: something about this lead's business that is worth a call.",
                        MINUTES_TO_FIND_A_REASON),
                why);
    }

    private static String word(Channel channel) {
        return switch (channel.medium()) {
            case EMAIL -> "email";
            case POST -> "post";
            case PHONE -> "phone";
            case VISIT -> "a visit";
        };
    }
}
