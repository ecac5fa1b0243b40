package dev.seventouch.engine.stream;

import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.cadence.Place;
import dev.seventouch.engine.cadence.Progress;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.History;
import dev.seventouch.engine.enrollment.Interest;
import dev.seventouch.engine.enrollment.Past;
import dev.seventouch.engine.enrollment.Picked;
import dev.seventouch.engine.enrollment.Touch;
import dev.seventouch.engine.enrollment.Wishes;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchId;
import java.util.List;

/**
 * Where a lead stands, in the engine's own form: read and written for every touch, so without names. The first byte
 * tells the form; when a field is added, the form's number grows, and what was written in an earlier one is still read.
 */
final class EnrollmentBinary {
    private static final int FORM = 2;
    /** Without what became of touches. */
    private static final int FIRST_FORM = 1;

    private static final int UNPLACED = 0;
    private static final int UNCONFIRMED = 1;
    private static final int ACTIVE = 2;
    private static final int FINISHED = 3;

    private EnrollmentBinary() {}

    static byte[] write(Enrollment enrollment) {
        BinaryOut out = new BinaryOut();
        out.one(FORM);
        switch (enrollment) {
            case Enrollment.Unplaced unplaced -> {
                out.one(UNPLACED);
                LeadBinary.write(out, unplaced.captured());
                out.instant(unplaced.retryAt());
                write(out, unplaced.history());
                out.each(unplaced.errands(), touch -> write(out, touch));
            }
            case Enrollment.Unconfirmed asked -> {
                out.one(UNCONFIRMED);
                LeadBinary.write(out, asked.lead());
                out.text(asked.id().value());
                write(out, asked.cadence());
                out.maybe(asked.request(), touch -> write(out, touch));
                out.instant(asked.until());
                write(out, asked.history());
                out.each(asked.errands(), touch -> write(out, touch));
            }
            case Enrollment.Active active -> {
                out.one(ACTIVE);
                LeadBinary.write(out, active.lead());
                out.text(active.id().value());
                write(out, active.cadence());
                write(out, active.progress());
                write(out, active.next());
                write(out, active.history());
                out.each(active.errands(), touch -> write(out, touch));
                out.maybe(active.heldUntil(), out::instant);
            }
            case Enrollment.Finished finished -> {
                out.one(FINISHED);
                LeadBinary.write(out, finished.lead());
                out.maybe(finished.id(), id -> out.text(id.value()));
                out.maybe(finished.cadence(), ref -> write(out, ref));
                out.constant(finished.ending());
                out.instant(finished.at());
                write(out, finished.history());
                out.each(finished.errands(), touch -> write(out, touch));
            }
        }
        return out.toBytes();
    }

    /** @throws IllegalStateException if it is of a form that this version does not know */
    static Enrollment read(byte[] bytes) {
        BinaryIn in = new BinaryIn(bytes);
        int form = in.one();
        if (form != FORM && form != FIRST_FORM) {
            throw new IllegalStateException(
                    "state of form " + form + ", which this version of the engine does not know");
        }
        return switch (in.one()) {
            case UNPLACED ->
                new Enrollment.Unplaced(
                        LeadBinary.readCaptured(in), in.instant(), readHistory(in, form), in.list(() -> readTouch(in)));
            case UNCONFIRMED ->
                new Enrollment.Unconfirmed(
                        LeadBinary.read(in),
                        new EnrollmentId(in.text()),
                        readRef(in),
                        in.maybe(() -> readTouch(in)),
                        in.instant(),
                        readHistory(in, form),
                        in.list(() -> readTouch(in)));
            case ACTIVE ->
                new Enrollment.Active(
                        LeadBinary.read(in),
                        new EnrollmentId(in.text()),
                        readRef(in),
                        readProgress(in),
                        readTouch(in),
                        readHistory(in, form),
                        in.list(() -> readTouch(in)),
                        in.maybe(in::instant));
            case FINISHED ->
                new Enrollment.Finished(
                        LeadBinary.read(in),
                        in.maybe(() -> new EnrollmentId(in.text())),
                        in.maybe(() -> readRef(in)),
                        in.constant(Ending.class),
                        in.instant(),
                        readHistory(in, form),
                        in.list(() -> readTouch(in)));
            default -> throw new IllegalStateException("state that is no enrollment");
        };
    }

    private static void write(BinaryOut out, CadenceRef ref) {
        out.text(ref.id());
        out.number(ref.version());
    }

    private static CadenceRef readRef(BinaryIn in) {
        return new CadenceRef(in.text(), in.count());
    }

    private static void write(BinaryOut out, Place place) {
        out.text(place.key());
        out.number(place.occurrence());
    }

    private static Place readPlace(BinaryIn in) {
        return new Place(in.text(), in.count());
    }

    private static void write(BinaryOut out, Progress progress) {
        out.instant(progress.started());
        out.bit(progress.hasMovedIn());
        out.maybe(progress.last(), place -> write(out, place));
        out.instant(progress.lastAt());
        out.pairs(progress.done(), out::text, out::count);
    }

    private static Progress readProgress(BinaryIn in) {
        return new Progress(
                in.instant(),
                in.bit() ? true : null,
                in.maybe(() -> readPlace(in)),
                in.instant(),
                in.pairs(in::text, in::count));
    }

    private static void write(BinaryOut out, Touch touch) {
        out.bit(touch instanceof Touch.Planned);
        write(out, touch.place());
        out.number(touch.attempt());
        switch (touch) {
            case Touch.Planned planned -> {
                out.instant(planned.notBefore());
                out.instant(planned.dueAt());
                out.instant(planned.until());
                out.text(planned.why());
                out.maybe(planned.picked(), picked -> write(out, picked));
                out.maybe(planned.turn(), out::instant);
            }
            case Touch.InFlight flown -> {
                out.instant(flown.dueAt());
                out.instant(flown.expiresAt());
                write(out, flown.picked());
            }
        }
    }

    private static Touch readTouch(BinaryIn in) {
        boolean isPlanned = in.bit();
        Place place = readPlace(in);
        int attempt = in.count();
        return isPlanned
                ? new Touch.Planned(
                        place,
                        attempt,
                        in.instant(),
                        in.instant(),
                        in.instant(),
                        in.text(),
                        in.maybe(() -> readPicked(in)),
                        in.maybe(in::instant))
                : new Touch.InFlight(place, attempt, in.instant(), in.instant(), readPicked(in));
    }

    private static void write(BinaryOut out, Picked picked) {
        out.constant(picked.channel());
        out.constant(picked.to());
        Content content = picked.content();
        out.maybe(content.template(), out::text);
        out.maybe(content.item(), out::text);
        out.maybe(content.say(), out::text);
        out.maybe(content.minutes(), out::count);
        out.text(picked.reason());
    }

    private static Picked readPicked(BinaryIn in) {
        return new Picked(
                in.constant(Channel.class),
                in.constant(Recipient.class),
                new Content(in.maybe(in::text), in.maybe(in::text), in.maybe(in::text), in.maybe(in::count)),
                in.text());
    }

    private static void write(BinaryOut out, History history) {
        out.each(history.had(), out::text);
        out.pairs(history.reached(), out::text, out::instant);
        out.each(history.forbidden(), out::constant);
        out.each(history.dead(), out::constant);
        out.pairs(history.softBounces(), out::constant, bounces -> {
            out.number(bounces.inARow());
            out.instant(bounces.last());
        });
        out.bit(Boolean.TRUE.equals(history.wishes().lessOften()));
        out.each(history.wishes().media(), out::constant);
        out.each(history.wishes().topics(), out::text);
        out.number(history.interest().score());
        out.each(history.interest().opened(), touch -> out.text(touch.value()));
        out.each(history.interest().clicked(), touch -> out.text(touch.value()));
        out.bit(Boolean.TRUE.equals(history.interest().prompted()));
        out.pairs(history.answers(), out::text, out::text);
        out.each(history.seenTo(), out::text);
        out.number(history.starts());
        out.each(history.past(), past -> write(out, past));
    }

    private static History readHistory(BinaryIn in, int form) {
        return new History(
                in.set(in::text),
                in.pairs(in::text, in::instant),
                in.constants(Medium.class),
                in.constants(Medium.class),
                in.pairs(() -> in.constant(Medium.class), () -> new History.SoftBounces(in.count(), in.instant())),
                new Wishes(in.bit() ? true : null, in.constants(Medium.class), in.set(in::text)),
                new Interest(
                        in.count(),
                        in.set(() -> new TouchId(in.text())),
                        in.set(() -> new TouchId(in.text())),
                        in.bit() ? true : null),
                in.pairs(in::text, in::text),
                in.set(in::text),
                in.count(),
                form == FIRST_FORM ? List.of() : in.list(() -> readPast(in)));
    }

    private static void write(BinaryOut out, Past past) {
        out.text(past.id().value());
        out.text(past.step());
        out.number(past.occurrence());
        out.constant(past.channel());
        out.maybe(past.content(), out::text);
        out.maybe(past.dueAt(), out::instant);
        out.instant(past.at());
        out.constant(past.outcome());
        out.maybe(past.words(), out::text);
    }

    private static Past readPast(BinaryIn in) {
        return new Past(
                new TouchId(in.text()),
                in.text(),
                in.count(),
                in.constant(Channel.class),
                in.maybe(in::text),
                in.maybe(in::instant),
                in.instant(),
                in.constant(Past.Outcome.class),
                in.maybe(in::text));
    }
}
