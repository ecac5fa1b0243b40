package dev.seventouch.mailer.channel.email;

import dev.seventouch.mailer.channel.email.Connections.Connection;
import dev.seventouch.mailer.channel.email.SmtpConversation.Stage;
import dev.seventouch.mailer.delivery.Handover.LastLook;
import dev.seventouch.mailer.delivery.RelayDays;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The relays in order of preference: where one can't be reached or is about to stop, the next one is asked. */
final class Relays implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Relays.class);

    /** How long a mail waits for its turn at the last relay that could take it. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Connections> all;
    private final MeterRegistry meters;

    Relays(List<Relay> relays, RelayDays days, InstantSource wall, LongSupplier ticker, MeterRegistry meters) {
        if (relays.isEmpty()) {
            throw new IllegalArgumentException("there is no relay");
        }
        this.all = relays.stream()
                .map(relay -> new Connections(relay, days, wall, ticker))
                .toList();
        this.meters = meters;
        for (Connections relay : all) {
            Tags tags = Tags.of("relay", relay.relay().toString());
            meters.gauge("seventouch.mail.connections.busy", tags, relay, Connections::inUse);
            meters.gauge("seventouch.mail.relay.down", tags, relay, one -> one.isDown() ? 1 : 0);
        }
    }

    /** What became of a mail. */
    sealed interface Told {

        record Taken(String reply) implements Told {}

        record Refused(Refusal refusal) implements Told {}

        record Stopped() implements Told {}

        /** Those that are up have had their share of this day. */
        record Spent() implements Told {}

        /**
         * Those that are up have had their share of this minute.
         *
         * @param pause wall time after which one has room again
         */
        record Paced(Duration pause) implements Told {}

        /** None of them can carry such an address (RFC 6531). */
        record Unable() implements Told {}

        /** All were too busy to be spoken to. */
        record Nobody() implements Told {}
    }

    /** Tries one relay after the other, as long as no mail can come twice of it. */
    Told send(WrittenMail mail, boolean first, LastLook lastLook) {
        Told told = new Told.Nobody();
        boolean asked = false;
        boolean away = false;
        for (Connections relay : all) {
            if (relay.isDown()) {
                away = true;
                continue;
            }
            if (!relay.allowance().take(first)) {
                told = asked ? told : new Told.Spent();
                asked = true;
                continue;
            }
            Duration pause = relay.pace().await(first, relay == all.getLast() ? PATIENCE : Duration.ZERO);
            if (pause.isPositive()) {
                relay.allowance().giveBack();
                told = asked && !(told instanceof Told.Spent) ? told : new Told.Paced(pause);
                asked = true;
                continue;
            }
            asked = true;
            told = sendBy(relay, mail, first, lastLook);
            if (!(told instanceof Told.Taken)) {
                relay.allowance().giveBack();
            }
            if (told instanceof Told.Unable) {
                continue;
            }
            if (!(told instanceof Told.Refused(var refusal)) || !refusal.isOfRelay()) {
                return told;
            }
            log.warn("relay {} did not take a mail: {}", relay.relay(), refusal.words());
            meters.counter(
                            "seventouch.mail.relay.failures",
                            "relay",
                            relay.relay().toString())
                    .increment();
        }
        // A relay that is away for a moment is back before tomorrow.
        return !asked || (away && told instanceof Told.Spent)
                ? new Told.Refused(new Refusal(-1, Stage.OPEN, "no relay could be reached a moment ago"))
                : told;
    }

    private Told sendBy(Connections relay, WrittenMail mail, boolean first, LastLook lastLook) {
        Connection connection;
        try {
            connection = relay.take(first);
        } catch (MessagingException e) {
            return new Told.Refused(Refusal.of(e, Stage.OPEN));
        }
        if (connection == null) {
            return new Told.Nobody();
        }
        boolean keep = false;
        Said said;
        try {
            said = say(connection, mail, lastLook);
            keep = !said.over;
        } finally {
            if (keep) {
                relay.giveBack(connection);
            } else {
                relay.drop(connection);
            }
        }
        if (said.over && connection.usedBefore() && said.hadNotBegun()) {
            // It was closed while nobody looked; that says nothing about the relay.
            return sendBy(relay, mail, first, lastLook);
        }
        if (said.told instanceof Told.Refused(var refusal) && refusal.isOfRelayItself()) {
            relay.rest();
        }
        return said.told;
    }

    /** @param over whether the connection can't be used again */
    private record Said(Told told, boolean over) {

        boolean hadNotBegun() {
            return told instanceof Told.Refused(var refusal)
                    && (refusal.stage() == Stage.OPEN || refusal.stage() == Stage.MAIL);
        }
    }

    private static Said say(Connection connection, WrittenMail mail, LastLook lastLook) {
        SmtpConversation transport = connection.transport();
        if (mail.needsUtf8() && !transport.supportsExtension("SMTPUTF8")) {
            return new Said(new Told.Unable(), false);
        }
        if (!lastLook.mayGo()) {
            return new Said(new Told.Stopped(), false);
        }
        try {
            transport.send(mail);
            return new Said(new Told.Taken(Refusal.withoutAddress(transport.getLastServerResponse())), false);
        } catch (MessagingException e) {
            return new Said(new Told.Refused(Refusal.of(e, transport.stage())), transport.isOver(e));
        }
    }

    @Override
    public void close() {
        all.forEach(Connections::close);
    }
}
