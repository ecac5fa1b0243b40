package dev.seventouch.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent.Due;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.events.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Leads that live through all there is to live through, and what was answered. */
final class Lives implements AutoCloseable {
    /** Long enough ago to tell this capture from a later one. */
    private static final Duration CAPTURED_AGO = Duration.ofHours(1);

    /** For what should not come, were it to come. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(5);

    private final int leads;
    private final Duration patience;
    private final Writer writer;
    private final Touches touches;
    private final Group group;
    private final Instant captured = Instant.now().minus(CAPTURED_AGO);
    private final Set<TouchId> answered = new HashSet<>();
    private int readBefore;

    Lives(int leads, House house) {
        this.leads = leads;
        patience = Leads.patienceFor(leads);
        writer = new Writer(house.broker());
        touches = new Touches(house.broker());
        group = new Group(house.broker());
    }

    /** Stage by stage: when one thing is said, all that was said before has been heard. */
    void live() throws Exception {
        each(number -> writer.say(Topics.LEADS, capture(number)));
        List<Due> first = firstTouches();
        each(number -> say(number, Life.of(number).onTheWay()));
        first.forEach(this::answer);
        settle();
        each(number -> say(number, Life.of(number).afterwards(0)));
        each(number -> say(number, Life.of(number).afterwards(1)));
        errands().forEach(this::answerAsTheOwner);
        settle();
        each(this::captureAgain);
        touches.readToTheEnd();
        readBefore = touches.seen().size();
    }

    private List<Due> firstTouches() {
        touches.readToTheEnd();
        assertThat(touches.leads()).isEqualTo(Leads.ids(leads));
        return touches.where(_ -> true).toList();
    }

    /** Alerts and tasks. */
    private List<Due> errands() {
        touches.readToTheEnd();
        return touches.where(due -> due.to() == Recipient.OWNER).toList();
    }

    private LeadEvent capture(int number) {
        Life life = Life.of(number);
        return Leads.captured(number, life.source(), life.phone(), captured);
    }

    private void say(int number, Life.@Nullable Said said) {
        if (said != null) {
            writer.say(Topics.SIGNALS, said.by(Leads.id(number)));
        }
    }

    private void answer(Due due) {
        Life.Answer answer = Life.of(Leads.numberOf(due.touch().lead())).answer();
        if (answer != null) {
            say(answer.of(due.touch()));
        }
    }

    private void answerAsTheOwner(Due errand) {
        say(
                errand.touch().channel().isAutomatic()
                        ? new TouchOutcome.HandedOver(errand.touch(), "250 ok", Instant.now())
                        : new TouchOutcome.Completed(errand.touch(), "Grace", null, Instant.now()));
    }

    private void say(TouchOutcome outcome) {
        writer.say(Topics.OUTCOMES, outcome);
        answered.add(outcome.touch().id());
    }

    private void captureAgain(int number) {
        if (Life.of(number).capturedAgain()) {
            writer.write(Leads.capturedAgain(capture(number), Instant.now()));
        }
    }

    private interface Step {
        void of(int number);
    }

    private void each(Step step) throws Exception {
        for (int number = 0; number < leads; number++) {
            step.of(number);
        }
        settle();
    }

    private void settle() throws Exception {
        writer.awaitAcknowledged();
        group.awaitCaughtUp(patience);
    }

    /** Only what has no outcome may have been said again since. */
    void nothingAnsweredCameAgain() {
        touches.readOnFor(AFTERWARDS);
        List<Due> since = touches.where(_ -> true).skip(readBefore).toList();
        assertThat(since.stream().filter(due -> answered.contains(due.touch().id())))
                .as("touches that had an outcome")
                .isEmpty();
        assertThat(since.stream().filter(due -> due.to() == Recipient.OWNER))
                .as("alerts and tasks")
                .isEmpty();
    }

    @Override
    public void close() {
        writer.close();
        touches.close();
        group.close();
    }
}
