package dev.seventouch.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Takes mail by SMTP and delivers none of it: it is shown in the browser and by an API that is shaped like Mailpit's. What it
 * acknowledged is on disk. The clock of received mail is the machine's.
 */
public final class Inbox implements AutoCloseable {
    /** Messages that are kept; the oldest goes first. About 0.5 KB of memory each. */
    static final int LIMIT = 100_000;

    private static final int MAX_MESSAGE_BYTES = 32 << 20;

    private final Mailstore store;
    private final SMTPServer smtp;
    private final InboxWeb web;

    private Inbox(Mailstore store, SMTPServer smtp, InboxWeb web) {
        this.store = store;
        this.smtp = smtp;
        this.web = web;
    }

    /**
     * @param directory of this inbox alone
     * @param smtpPort on 127.0.0.1; 0 for any free one
     * @param webPort on 127.0.0.1; 0 for any free one
     * @throws CannotStart if a port is taken or the directory can't be written to
     */
    public static Inbox start(Path directory, int smtpPort, int webPort) {
        int port = Loopback.free(smtpPort, "the inbox (SMTP)");
        Mailstore store = Mailstore.open(directory, LIMIT);
        InboxWeb web = InboxWeb.start(store, webPort);
        SMTPServer smtp = SMTPServer.port(port)
                .bindAddress(Loopback.address())
                .hostName("localhost")
                .softwareName("Seventouch inbox")
                .maxMessageSize(MAX_MESSAGE_BYTES)
                .insertReceivedHeaders(false)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .messageHandlerFactory(context -> new Reception(store, Clock.systemUTC()))
                .build();
        smtp.start();
        return new Inbox(store, smtp, web);
    }

    public int smtpPort() {
        return smtp.getPortAllocated();
    }

    /** Where the inbox is shown, as in {@code http://127.0.0.1:8025}. */
    public URI address() {
        return web.address();
    }

    /** Oldest first. */
    public List<InboxMessage> messages() {
        return store.newestFirst().reversed().stream()
                .map(envelope -> new InboxMessage(envelope, store))
                .toList();
    }

    @Override
    public void close() {
        smtp.stop();
        web.close();
        try {
            store.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
