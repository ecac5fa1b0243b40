package dev.seventouch.intake.signal;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.signal.Signal;

/** A signal of a person, by the id as which that person is followed up. */
final class Addressed {
    private Addressed() {}

    static Signal to(LeadId lead, Signal signal) {
        if (signal.lead().equals(lead)) {
            return signal;
        }
        return switch (signal) {
            case Signal.Unsubscribed(var _, var from, var touch, var at) ->
                new Signal.Unsubscribed(lead, from, touch, at);
            case Signal.ReadyToBuy(var _, var touch, var callAt, var at) ->
                new Signal.ReadyToBuy(lead, touch, callAt, at);
            case Signal.Confirmed(var _, var at) -> new Signal.Confirmed(lead, at);
            case Signal.Replied(var _, var touch, var at) -> new Signal.Replied(lead, touch, at);
            case Signal.AutoReplied(var _, var touch, var at) -> new Signal.AutoReplied(lead, touch, at);
            // What came back from an address that is left tells nothing of the one by which the lead is reached now.
            case Signal.Bounced bounced -> bounced;
            case Signal.Complained(var _, var touch, var at) -> new Signal.Complained(lead, touch, at);
            case Signal.Opened(var _, var touch, var by, var at) -> new Signal.Opened(lead, touch, by, at);
            case Signal.Clicked(var _, var touch, var link, var by, var at) ->
                new Signal.Clicked(lead, touch, link, by, at);
            case Signal.Conversed(var _, var next, var at) -> new Signal.Conversed(lead, next, at);
            case Signal.Paused(var _, var until, var at) -> new Signal.Paused(lead, until, at);
            case Signal.Resumed(var _, var at) -> new Signal.Resumed(lead, at);
            case Signal.Converted(var _, var at) -> new Signal.Converted(lead, at);
            case Signal.Preferred(var _, var lessOften, var media, var topics, var at) ->
                new Signal.Preferred(lead, lessOften, media, topics, at);
        };
    }
}
