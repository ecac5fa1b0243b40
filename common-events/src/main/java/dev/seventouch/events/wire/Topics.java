package dev.seventouch.events.wire;

import dev.seventouch.events.cadence.CadenceEvent;
import dev.seventouch.events.form.FormEvent;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.library.LibraryEvent;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.schedule.ScheduleEvent;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.template.TemplateEvent;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.wire.Topic.Names;
import dev.seventouch.events.wire.Topic.Retention;
import java.util.List;

/**
 * Every topic of the house. Those about leads are keyed by the lead's id and have the same number of partitions: one lead,
 * one partition, one writer. Definitions are few and have one partition.
 */
public final class Topics {
    /** Partitions of every topic keyed by lead. Never change it on a running house: a lead's history would be torn. */
    public static final int PARTITIONS = 12;

    public static final Topic<LeadEvent> LEADS = leads();
    public static final Topic<Signal> SIGNALS = signals();
    /** First touches, on a lane of their own: a welcome never waits behind a bulk run. */
    public static final Topic<TouchEvent> FIRST_TOUCHES = touches("touches.first");

    public static final Topic<TouchEvent> TOUCHES = touches("touches");
    public static final Topic<TouchOutcome> OUTCOMES = outcomes();
    public static final Topic<ScheduleEvent> SCHEDULE = schedule();
    public static final Topic<CadenceEvent> CADENCES = cadences();
    public static final Topic<LibraryEvent> LIBRARY = library();
    public static final Topic<TemplateEvent> TEMPLATES = templates();

    public static final Topic<FormEvent> FORMS = forms();

    public static final List<Topic<?>> ALL =
            List.of(LEADS, SIGNALS, FIRST_TOUCHES, TOUCHES, OUTCOMES, SCHEDULE, CADENCES, LIBRARY, TEMPLATES, FORMS);

    private Topics() {}

    private static Topic<LeadEvent> leads() {
        Names<LeadEvent> names = new Names<LeadEvent>().with("lead.captured", LeadEvent.Captured.class);
        return new Topic<>(
                LeadEvent.class,
                "leads",
                Retention.COMPACTED,
                PARTITIONS,
                event -> event.lead().id().value(),
                names,
                new CloudEvents<>(names, event -> event.lead().id() + "@" + event.at(), LeadEvent::at));
    }

    private static Topic<Signal> signals() {
        Names<Signal> names = new Names<Signal>()
                .with("signal.unsubscribed", Signal.Unsubscribed.class)
                .with("signal.ready-to-buy", Signal.ReadyToBuy.class)
                .with("signal.confirmed", Signal.Confirmed.class)
                .with("signal.replied", Signal.Replied.class)
                .with("signal.auto-replied", Signal.AutoReplied.class)
                .with("signal.bounced", Signal.Bounced.class)
                .with("signal.complained", Signal.Complained.class)
                .with("signal.opened", Signal.Opened.class)
                .with("signal.clicked", Signal.Clicked.class)
                .with("signal.conversed", Signal.Conversed.class)
                .with("signal.paused", Signal.Paused.class)
                .with("signal.resumed", Signal.Resumed.class)
                .with("signal.converted", Signal.Converted.class)
                .with("signal.preferred", Signal.Preferred.class);
        return new Topic<>(
                Signal.class,
                "signals",
                Retention.KEPT,
                PARTITIONS,
                signal -> signal.lead().value(),
                names,
                new CloudEvents<>(
                        names, signal -> signal.lead() + "/" + names.of(signal) + "@" + signal.at(), Signal::at));
    }

    private static Topic<TouchEvent> touches(String name) {
        Names<TouchEvent> names = new Names<TouchEvent>().with("touch.due", TouchEvent.Due.class);
        return new Topic<>(
                TouchEvent.class,
                name,
                Retention.WEEK,
                PARTITIONS,
                event -> event.touch().lead().value(),
                names,
                new CloudEvents<>(
                        names,
                        event -> switch (event) {
                            case TouchEvent.Due due -> due.touch().id() + "/" + due.attempt();
                        },
                        event -> switch (event) {
                            case TouchEvent.Due due -> due.dueAt();
                        }));
    }

    private static Topic<TouchOutcome> outcomes() {
        Names<TouchOutcome> names = new Names<TouchOutcome>()
                .with("outcome.handed-over", TouchOutcome.HandedOver.class)
                .with("outcome.deferred", TouchOutcome.Deferred.class)
                .with("outcome.failed", TouchOutcome.Failed.class)
                .with("outcome.skipped", TouchOutcome.Skipped.class)
                .with("outcome.completed", TouchOutcome.Completed.class);
        return new Topic<>(
                TouchOutcome.class,
                "outcomes",
                Retention.KEPT,
                PARTITIONS,
                outcome -> outcome.touch().lead().value(),
                names,
                new CloudEvents<>(
                        names,
                        outcome -> outcome.touch().id() + "/" + names.of(outcome) + "@" + outcome.at(),
                        TouchOutcome::at));
    }

    private static Topic<ScheduleEvent> schedule() {
        Names<ScheduleEvent> names = new Names<ScheduleEvent>()
                .with("schedule.planned", ScheduleEvent.Planned.class)
                .with("schedule.ended", ScheduleEvent.Ended.class);
        return new Topic<>(
                ScheduleEvent.class,
                "schedule",
                Retention.COMPACTED,
                PARTITIONS,
                event -> event.lead().value(),
                names,
                new CloudEvents<>(names, event -> event.lead() + "@" + event.at(), ScheduleEvent::at));
    }

    private static Topic<CadenceEvent> cadences() {
        Names<CadenceEvent> names = new Names<CadenceEvent>().with("cadence.published", CadenceEvent.Published.class);
        return new Topic<>(
                CadenceEvent.class,
                "cadences",
                Retention.COMPACTED,
                1,
                event -> event.id() + "@" + event.version(),
                names,
                new CloudEvents<>(names, event -> event.id() + "@" + event.version(), CadenceEvent::at));
    }

    private static Topic<LibraryEvent> library() {
        Names<LibraryEvent> names =
                new Names<LibraryEvent>().with("library.item-published", LibraryEvent.Published.class);
        return new Topic<>(
                LibraryEvent.class,
                "library",
                Retention.COMPACTED,
                1,
                event -> event.item().id(),
                names,
                new CloudEvents<>(names, event -> event.item().id() + "@" + event.at(), LibraryEvent::at));
    }

    private static Topic<TemplateEvent> templates() {
        Names<TemplateEvent> names =
                new Names<TemplateEvent>().with("template.published", TemplateEvent.Published.class);
        return new Topic<>(
                TemplateEvent.class,
                "templates",
                Retention.COMPACTED,
                1,
                event -> event.id() + "@" + event.version(),
                names,
                new CloudEvents<>(names, event -> event.id() + "@" + event.version(), TemplateEvent::at));
    }

    private static Topic<FormEvent> forms() {
        Names<FormEvent> names = new Names<FormEvent>().with("form.published", FormEvent.Published.class);
        return new Topic<>(
                FormEvent.class,
                "forms",
                Retention.COMPACTED,
                1,
                FormEvent::id,
                names,
                new CloudEvents<>(names, event -> event.id() + "@" + event.at(), FormEvent::at));
    }
}
