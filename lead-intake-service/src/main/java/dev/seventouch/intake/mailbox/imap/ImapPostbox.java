package dev.seventouch.intake.mailbox.imap;

import dev.seventouch.intake.mailbox.Postbox;
import dev.seventouch.service.outgoing.Trust;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;

/** A folder by IMAP (RFC 9051), opened to read only; IDLE (RFC 2177) where the server has it. */
public final class ImapPostbox implements Postbox {
    private final ImapAccount account;
    private final SSLSocketFactory trusting;

    /** @throws IllegalArgumentException if the account's certificates can't be read */
    public ImapPostbox(ImapAccount account) {
        this.account = account;
        this.trusting = Trust.in(account.certificates(), "SEVENTOUCH_MAILBOX_CERTIFICATES");
    }

    @Override
    public String name() {
        return account.toString();
    }

    @Override
    public Opened open() throws IOException {
        String protocol = account.security() == ImapAccount.Security.IMPLICIT ? "imaps" : "imap";
        Session session = Session.getInstance(settings(protocol));
        IMAPStore store = null;
        try {
            store = (IMAPStore) session.getStore(protocol);
            store.connect(account.host(), account.port(), account.user(), account.password());
            IMAPFolder folder = (IMAPFolder) store.getFolder(account.folder());
            folder.open(Folder.READ_ONLY);
            return new Reading(store, folder, folder.getUIDValidity());
        } catch (MessagingException e) {
            close(store);
            throw new IOException(e.getMessage(), e);
        }
    }

    private Properties settings(String protocol) {
        String millis = Long.toString(account.timeout().toMillis());
        Properties settings = new Properties();
        Stream.of("connectiontimeout", "timeout", "writetimeout")
                .forEach(name -> settings.setProperty("mail." + protocol + "." + name, millis));
        settings.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        settings.put("mail." + protocol + ".ssl.socketFactory", trusting);
        // Else what it refuses would be tried once more with the platform's certificates.
        settings.setProperty("mail." + protocol + ".socketFactory.fallback", "false");
        settings.setProperty("mail." + protocol + ".peek", "true");
        boolean starttls = account.security() == ImapAccount.Security.STARTTLS;
        settings.setProperty("mail." + protocol + ".starttls.enable", Boolean.toString(starttls));
        settings.setProperty("mail." + protocol + ".starttls.required", Boolean.toString(starttls));
        return settings;
    }

    private static void close(@Nullable IMAPStore store) {
        try {
            if (store != null) {
                store.close();
            }
        } catch (MessagingException e) {
            // There is nothing left to be lost: it was read only.
            assert !store.isConnected();
        }
    }

    private final class Reading implements Opened {
        private final IMAPStore store;
        private final IMAPFolder folder;
        private final long validity;

        Reading(IMAPStore store, IMAPFolder folder, long validity) {
            this.store = store;
            this.folder = folder;
            this.validity = validity;
        }

        @Override
        public long validity() {
            return validity;
        }

        @Override
        public List<Letter> after(long uid, int most) throws IOException {
            try {
                // Asked for what is beyond its last mail, a server names its last (RFC 9051, "*").
                List<Message> newer = new ArrayList<>();
                for (Message mail : folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID)) {
                    if (mail != null && folder.getUID(mail) > uid) {
                        newer.add(mail);
                    }
                }
                Message[] next = newer.stream().limit(most).toArray(Message[]::new);
                FetchProfile profile = new FetchProfile();
                profile.add(UIDFolder.FetchProfileItem.UID);
                profile.add(FetchProfile.Item.ENVELOPE);
                folder.fetch(next, profile);
                List<Letter> letters = new ArrayList<>();
                for (Message mail : next) {
                    letter((IMAPMessage) mail).ifPresent(letters::add);
                }
                letters.sort(Comparator.comparingLong(Letter::uid));
                return letters;
            } catch (MessagingException e) {
                throw new IOException(e.getMessage(), e);
            }
        }

        /** One odd mail must not hold up those behind it: while the server is there, what is thrown is the mail's own fault. */
        private Optional<Letter> letter(IMAPMessage mail) throws MessagingException, IOException {
            try {
                return Optional.of(read(mail));
            } catch (FolderClosedException | StoreClosedException e) {
                throw e;
            } catch (MessagingException | IOException | RuntimeException | Error e) {
                if (!store.isConnected()) { // asked by a NOOP
                    throw e;
                }
                return mail.isExpunged() ? Optional.empty() : Optional.of(Letter.unreadable(folder.getUID(mail)));
            }
        }

        private Letter read(IMAPMessage mail) throws MessagingException, IOException {
            mail.setPeek(true);
            try (InputStream in = mail.getMimeStream()) {
                Instant at = mail.getReceivedDate() == null
                        ? Instant.EPOCH
                        : mail.getReceivedDate().toInstant();
                return new Letter(folder.getUID(mail), at, in.readNBytes(account.largest()));
            }
        }

        @Override
        public void await(Duration most) throws IOException, InterruptedException {
            try {
                if (!store.hasCapability("IDLE")) {
                    Thread.sleep(most);
                    folder.getMessageCount(); // a NOOP: tells what is new, and whether the server is still there
                    return;
                }
                idle(most);
            } catch (MessagingException e) {
                throw new IOException(e.getMessage(), e);
            }
        }

        /** Another thread ends it in time: a server drops who has been silent for long, and the socket's time-out goes on. */
        private void idle(Duration most) throws MessagingException, InterruptedException {
            Duration shorter = most.compareTo(account.timeout().dividedBy(2)) < 0
                    ? most
                    : account.timeout().dividedBy(2);
            Thread waiting = Thread.currentThread();
            Thread alarm = Thread.ofVirtual().start(() -> wake(shorter, waiting));
            try {
                folder.idle(true);
            } finally {
                alarm.interrupt();
                alarm.join(Duration.ofSeconds(5));
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }

        /** Looks whether the one who waits was interrupted: a read of a socket does not end by it. */
        private void wake(Duration after, Thread waiting) {
            long until = System.nanoTime() + after.toNanos();
            try {
                while (System.nanoTime() < until && !waiting.isInterrupted()) {
                    Thread.sleep(Duration.ofMillis(100));
                }
                folder.getMessageCount(); // any command ends IDLE
            } catch (InterruptedException e) {
                // The server was quicker.
                Thread.currentThread().interrupt();
            } catch (MessagingException | IllegalStateException e) {
                ImapPostbox.close(store); // and whoever waits hears of it
            }
        }

        @Override
        public void close() {
            ImapPostbox.close(store);
        }
    }
}
