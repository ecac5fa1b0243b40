package dev.seventouch.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One SMTP transaction. Its 250 is sent after the message is on disk. */
final class Reception implements MessageHandler {
    private static final int SNIPPET = 200;

    private final Mailstore store;
    private final InstantSource clock;
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";

    Reception(Mailstore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void from(String from) {
        sender = from;
    }

    @Override
    public void recipient(String recipient) {
        recipients.add(recipient);
    }

    @Override
    public @Nullable String data(InputStream content) throws RejectException, IOException {
        byte[] raw = content.readAllBytes();
        String id = store.nextId();
        try {
            store.keep(describe(id, raw), raw);
        } catch (IOException e) {
            throw new RejectException(452, "4.3.1 the inbox can't write to its disk");
        }
        return "2.0.0 Ok: kept as " + id;
    }

    @Override
    public void done() {}

    private Envelope describe(String id, byte[] raw) {
        ParsedMail mail = ParsedMail.of(raw);
        return new Envelope(
                id,
                sender,
                List.copyOf(recipients),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                raw.length,
                mail.header("Message-ID").replaceAll("^\\s*<|>\\s*$", ""),
                mail.mailboxes("From").stream().findFirst().orElse(new Mailbox("", sender)),
                mail.mailboxes("To"),
                mail.mailboxes("Cc"),
                mail.mailboxes("Reply-To"),
                mail.header("Subject"),
                mail.snippet(SNIPPET),
                mail.attachments().size());
    }
}
