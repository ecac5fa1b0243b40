package dev.seventouch.mailer.channel.email;

import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.mailer.channel.email.Connections.Connection;
import dev.seventouch.mailer.delivery.Handover;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Email over kept-open SMTP connections. */
public final class EmailHandover implements Handover, AutoCloseable {

    private final MailWriter writer;
    private final Connections connections;
    private final InstantSource wall;

    /** @param wall real time: goes into Date, and connections grow old by it */
    public EmailHandover(Letterhead head, Relay relay, InstantSource wall) {
        this.writer = new MailWriter(head);
        this.connections = new Connections(relay, wall);
        this.wall = wall;
    }

    @Override
    public Set<Channel> channels() {
        return EnumSet.of(Channel.EMAIL);
    }

    @Override
    public @Nullable String obstacle(TouchEvent.Due due) {
        if (due.to() == Recipient.OWNER) {
            return due.lead().owner() == null ? "nobody owns the lead" : null;
        }
        String email = due.lead().contact().email();
        if (email == null || email.isBlank()) {
            return "no email address";
        }
        try {
            MailAddress.of(email, null);
            return null;
        } catch (AddressException e) {
            return "no usable email address";
        }
    }

    @Override
    public Answer handOver(Parcel parcel, LastLook lastLook) {
        MimeMessage mail;
        try {
            checkWaysOut(parcel);
            mail = writer.write(parcel, connections.session(), wall.instant());
        } catch (MessagingException | RuntimeException e) {
            return new Answer.Never(
                    Fault.CONTENT, "can't be written as a mail: " + Refusal.withoutAddress(e.getMessage()));
        }
        Connection connection;
        try {
            connection = connections.take();
        } catch (MessagingException e) {
            return Refusal.of(e);
        }
        return send(mail, connection, lastLook);
    }

    private Answer send(MimeMessage mail, Connection connection, LastLook lastLook) {
        boolean keep = false;
        try {
            if (!lastLook.mayGo()) {
                keep = true;
                return new Answer.Stopped();
            }
            connection.transport().sendMessage(mail, mail.getAllRecipients());
            keep = true;
            return new Answer.Taken(
                    Refusal.withoutAddress(connection.transport().getLastServerResponse()));
        } catch (MessagingException e) {
            keep = !connection.transport().isOver(e);
            if (connection.usedBefore() && connection.transport().wasOverBeforeItBegan(e)) {
                return sendOnNew(mail, lastLook);
            }
            return Refusal.of(e);
        } finally {
            if (keep) {
                connections.giveBack(connection);
            } else {
                connection.close();
            }
        }
    }

    private Answer sendOnNew(MimeMessage mail, LastLook lastLook) {
        try {
            return send(mail, connections.open(), lastLook);
        } catch (MessagingException e) {
            return Refusal.of(e);
        }
    }

    /** Whatever the template says: no mail to a lead without a way out that can be seen. */
    private static void checkWaysOut(Parcel parcel) throws MessagingException {
        if (parcel.ways() == null) {
            return;
        }
        String link = parcel.ways().unsubscribe().toString();
        String text = parcel.content().text();
        if (!parcel.content().html().contains(link) || text == null || !text.contains(link)) {
            throw new MessagingException("it shows no way to stop it");
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
