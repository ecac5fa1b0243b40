package dev.seventouch.embedded;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A message that the inbox has received. Its parts are read from disk when they are asked for. */
public final class InboxMessage {
    private final Envelope envelope;
    private final Mailstore store;

    InboxMessage(Envelope envelope, Mailstore store) {
        this.envelope = envelope;
        this.store = store;
    }

    public String id() {
        return envelope.id();
    }

    /** Without angle brackets; empty if there is none. */
    public String messageId() {
        return envelope.messageId();
    }

    /** As given with MAIL FROM; empty for a bounce. */
    public String sender() {
        return envelope.sender();
    }

    /** As given with RCPT TO. */
    public List<String> recipients() {
        return envelope.recipients();
    }

    public Mailbox from() {
        return envelope.from();
    }

    public List<Mailbox> to() {
        return envelope.to();
    }

    public String subject() {
        return envelope.subject();
    }

    public Instant receivedAt() {
        return envelope.receivedAt();
    }

    /** The text part, decoded; empty if there is none. */
    public String text() {
        return parsed().text();
    }

    /** The HTML part, decoded; empty if there is none. */
    public String html() {
        return parsed().html();
    }

    /** The first header of that name, unfolded, whatever its case. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** All headers of that name, unfolded, whatever its case. */
    public List<String> headers(String name) {
        return parsed().headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .toList();
    }

    /** As it came over SMTP, byte for byte, but for the dots that SMTP itself adds. */
    public byte[] raw() {
        return store.raw(id());
    }

    private ParsedMail parsed() {
        return ParsedMail.of(raw());
    }

    @Override
    public String toString() {
        return envelope.id() + " " + envelope.recipients() + " " + envelope.subject();
    }
}
