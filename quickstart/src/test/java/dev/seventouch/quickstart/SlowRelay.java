package dev.seventouch.quickstart;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** An SMTP server that takes its time, puts off whom it is told to at their first mail, and notes when each hand-over began. */
final class SlowRelay implements AutoCloseable {
    private final ServerSocket server;
    private final Duration pause;
    private final Predicate<String> putsOff;
    private final List<Handover> handovers = new CopyOnWriteArrayList<>();

    /**
     * @param began when MAIL was read
     * @param mail as it was sent, whether it was taken or put off
     */
    record Handover(String recipient, Instant began, boolean taken, String mail) {}

    /**
     * @param pause before each mail is taken
     * @param putsOff recipients whose first mail is put off after it was sent whole
     */
    SlowRelay(Duration pause, Predicate<String> putsOff) {
        this.pause = pause;
        this.putsOff = putsOff;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::accept);
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    List<Handover> handovers() {
        return List.copyOf(handovers);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofPlatform().daemon().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            OutputStream out = socket.getOutputStream();
            say(out, "220 slow.example ESMTP");
            Instant began = Instant.MIN;
            String recipient = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                switch (line.split("[ :]", -1)[0].toUpperCase(Locale.ROOT)) {
                    case "QUIT" -> {
                        return;
                    }
                    case "MAIL" -> {
                        began = Instant.now();
                        say(out, "250 2.1.0 Ok");
                    }
                    case "RCPT" -> {
                        recipient = line.replaceAll("^[^<]*<|>.*$", "");
                        say(out, "250 2.1.5 Ok");
                    }
                    case "DATA" -> {
                        say(out, "354 go on");
                        say(out, taken(recipient, began, mail(in)) ? "250 2.0.0 Ok" : "451 4.3.0 come again");
                    }
                    default -> say(out, "250 2.0.0 Ok");
                }
            }
        } catch (IOException e) {
            // The other side was killed.
        }
    }

    private static String mail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    private boolean taken(String recipient, Instant began, String mail) {
        LockSupport.parkNanos(pause.toNanos());
        boolean first =
                handovers.stream().noneMatch(before -> before.recipient().equals(recipient));
        boolean taken = !(first && putsOff.test(recipient));
        handovers.add(new Handover(recipient, began, taken, mail));
        return taken;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
