package dev.seventouch.mailer.channel.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seventouch.mailer.delivery.Handover.Answer;
import dev.seventouch.mailer.delivery.Handover.Parcel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Postfix' own test server can do to mail, by its options, and the state in which each leaves it. What comes again is then
 * handed over to a server that is well: nothing is lost, and nothing is there twice but what was in doubt.
 */
@Timeout(60)
class SmtpSinkTest {

    private static final int MAILS = 3;

    @TempDir
    private Path directory;

    /** The state that a mail is left in. */
    private enum End {
        TAKEN,
        /** It comes again; the server has not taken it. */
        LATER,
        /** It comes again; nobody can know whether the server took it (RFC 1047). */
        IN_DOUBT,
        /** All mail is held back: the server does not want its sender. */
        HELD,
        FAILED_FOR_NOW,
        FAILED_CONTENT
    }

    @BeforeAll
    static void mustBeThere() {
        boolean isThere = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "smtp-sink")));
        if (!isThere) {
            System.out.println(
                    "SKIPPED: what smtp-sink does to mail, because it is not there (apt-get install postfix)");
        }
        assumeTrue(isThere, "smtp-sink is not there");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                // refused for good
                "-f|CONNECT|LATER",
                "-f|EHLO|TAKEN", // by HELO
                "-f|EHLO,HELO|LATER",
                "-f|MAIL|HELD",
                "-f|RCPT|FAILED_FOR_NOW",
                "-f|DATA|FAILED_CONTENT",
                "-f|.|FAILED_CONTENT",
                "-f|RSET|TAKEN",
                "-f|QUIT|TAKEN",
                // refused for now
                "-r|CONNECT|LATER",
                "-r|EHLO|TAKEN",
                "-r|EHLO,HELO|LATER",
                "-r|MAIL|LATER",
                "-r|RCPT|LATER",
                "-r|DATA|LATER",
                "-r|.|LATER",
                "-r|RSET|TAKEN",
                "-r|QUIT|TAKEN",
                // the connection ends
                "-q|CONNECT|LATER",
                "-q|EHLO|LATER",
                "-q|MAIL|LATER",
                "-q|RCPT|LATER",
                "-q|DATA|LATER",
                "-q|.|IN_DOUBT",
                "-q|RSET|TAKEN",
                "-q|QUIT|TAKEN",
                // 421, and then the connection ends
                "-Q|CONNECT|LATER",
                "-Q|EHLO|LATER",
                "-Q|MAIL|LATER",
                "-Q|RCPT|LATER",
                "-Q|DATA|LATER",
                "-Q|.|LATER",
                "-Q|QUIT|TAKEN",
                // slower than anybody waits
                "-W|CONNECT:3|LATER",
                "-W|EHLO:3|LATER",
                "-p -W|MAIL:3|LATER", // pipelined, it would answer what comes behind first
                "-p -W|RCPT:3|LATER",
                "-w|3|LATER",
                "-W|.:3|IN_DOUBT"
            })
    void a_fault_leaves_a_mail_in_its_state_and_in_the_end_each_is_there_once(
            String option, String command, End expected) throws Exception {
        Map<Parcel, End> ends = new LinkedHashMap<>();
        List<String> taken;
        try (Sink faulty = new Sink(directory.resolve("faulty"), (option + " " + command).split(" "));
                EmailHandover email = email(faulty)) {
            for (Parcel parcel : parcels()) {
                ends.put(parcel, end(email.handOver(parcel, () -> true)));
            }
            // What it had of a mail that it refused afterwards, it does not keep.
            taken = expected == End.TAKEN || expected == End.IN_DOUBT ? faulty.messageIds() : List.of();
        }
        assertThat(ends.values().iterator().next()).isEqualTo(expected);
        assertThat(ends.values()).as("those after it").isSubsetOf(expected, End.LATER);

        List<String> all = new ArrayList<>(taken);
        try (Sink well = new Sink(directory.resolve("well"));
                EmailHandover email = email(well)) {
            List<Parcel> again = ends.entrySet().stream()
                    .filter(entry -> switch (entry.getValue()) {
                        case LATER, IN_DOUBT, HELD -> true;
                        case TAKEN, FAILED_FOR_NOW, FAILED_CONTENT -> false;
                    })
                    .map(Map.Entry::getKey)
                    .toList();
            for (Parcel parcel : again) {
                assertThat(email.handOver(parcel, () -> true)).isInstanceOf(Answer.Taken.class);
            }
            all.addAll(well.messageIds());
        }
        for (Map.Entry<Parcel, End> entry : ends.entrySet()) {
            String id = entry.getKey().due().touch().id().value();
            long there = all.stream().filter(mail -> mail.contains(id)).count();
            switch (entry.getValue()) {
                case TAKEN, LATER, HELD -> assertThat(there).isEqualTo(1);
                case IN_DOUBT -> assertThat(there).isBetween(1L, 2L);
                case FAILED_FOR_NOW, FAILED_CONTENT -> assertThat(there).isZero();
            }
        }
    }

    /** Each to another domain, so that none pays for the others. */
    private static List<Parcel> parcels() {
        return IntStream.rangeClosed(1, MAILS)
                .mapToObj(number -> Mails.parcel(number, "domain" + number + ".example"))
                .toList();
    }

    private static EmailHandover email(Sink sink) {
        return Mails.handover(List.of(Mails.relay(sink.port, Relay.Encryption.NEVER)), Mails.LIMITS);
    }

    private static End end(Answer answer) {
        return switch (answer) {
            case Answer.Taken _ -> End.TAKEN;
            case Answer.NotNow later -> later.inDoubt() ? End.IN_DOUBT : End.LATER;
            case Answer.Held _ -> End.HELD;
            case Answer.Never never ->
                switch (never.fault()) {
                    case MAILBOX -> End.FAILED_FOR_NOW;
                    case CONTENT -> End.FAILED_CONTENT;
                    case LEAD, SENDER -> throw new AssertionError(never.why());
                };
            case Answer.Waits _, Answer.Stopped _ -> throw new AssertionError(answer.toString());
        };
    }

    /** A server of its own process, on loopback. */
    private static final class Sink implements AutoCloseable {

        private final Process process;
        private final Path mails;
        private final int port = freePort();

        Sink(Path mails, String... options) throws IOException {
            this.mails = Files.createDirectory(mails);
            List<String> line = new ArrayList<>(List.of("smtp-sink", "-d", mails + "/mail."));
            if ("root".equals(System.getProperty("user.name"))) {
                for (Path folder : List.of(mails.getParent(), mails)) {
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
                }
                line.addAll(List.of("-u", "nobody"));
            }
            line.addAll(List.of(options));
            line.addAll(List.of("127.0.0.1:" + port, "100"));
            process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Awaitility.await().pollDelay(Duration.ZERO).until(this::isUp);
        }

        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private boolean isUp() {
            assertThat(process.isAlive()).as("smtp-sink runs").isTrue();
            try (Socket probe = new Socket()) {
                probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return true;
            } catch (IOException e) {
                return false;
            }
        }

        /** Of all that it has got the whole of. */
        List<String> messageIds() throws IOException {
            List<String> ids = new ArrayList<>();
            try (Stream<Path> files = Files.list(mails)) {
                for (Path file : files.toList()) {
                    Files.readString(file, ISO_8859_1)
                            .lines()
                            .filter(line -> line.startsWith("Message-ID:"))
                            .forEach(ids::add);
                }
            }
            return ids;
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor();
        }
    }
}
