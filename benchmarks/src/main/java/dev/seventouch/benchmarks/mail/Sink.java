package dev.seventouch.benchmarks.mail;

import dev.seventouch.benchmarks.machine.Loopback;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/** An SMTP server that takes all mail and keeps none: Postfix' own where it is installed, else a small one in here. */
public final class Sink implements AutoCloseable {

    private final int port;
    private final String name;
    private final AutoCloseable server;

    private Sink(int port, String name, AutoCloseable server) {
        this.port = port;
        this.name = name;
        this.server = server;
    }

    public static Sink open() {
        int port = Loopback.freePort();
        try {
            Process process = new ProcessBuilder("smtp-sink", "-u", "nobody", Loopback.HOST + ":" + port, "1000")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (answers(process, port)) {
                return new Sink(port, "smtp-sink", process::destroy);
            }
            process.destroy();
        } catch (IOException e) {
            // It is not installed.
        }
        return inHere();
    }

    private static boolean answers(Process process, int port) throws IOException {
        for (int look = 0; look < 50; look++) {
            try (Socket probe = new Socket()) {
                probe.connect(new InetSocketAddress(Loopback.HOST, port), 100);
                return true;
            } catch (IOException e) {
                try {
                    if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                        return false;
                    }
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new IOException(interrupted);
                }
            }
        }
        return false;
    }

    /** One that takes its time over each mail to one domain, and says 421 to all mail to another. */
    public static Sink moody(String slowDomain, Duration over, String refusingDomain) {
        return inHere(command -> {
            if (command.startsWith("RCPT") && command.contains("@" + refusingDomain.toUpperCase(Locale.ROOT))) {
                return "421 4.7.0 go away";
            }
            if (command.startsWith("RCPT") && command.contains("@" + slowDomain.toUpperCase(Locale.ROOT))) {
                LockSupport.parkNanos(over.toNanos());
            }
            return "250 Ok";
        });
    }

    private static Sink inHere() {
        return inHere(command -> "250 Ok");
    }

    private static Sink inHere(UnaryOperator<String> replies) {
        try {
            ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> accept(server, replies));
            return new Sink(server.getLocalPort(), "a sink in Java", server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void accept(ServerSocket server, UnaryOperator<String> replies) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> serve(socket, replies));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void serve(Socket socket, UnaryOperator<String> replies) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = socket.getOutputStream();
            say(out, "220 sink");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                }
                if (command.startsWith("DATA")) {
                    say(out, "354 go on");
                    for (String data = in.readLine(); data != null && !data.equals("."); data = in.readLine()) {
                        // Nothing is kept.
                    }
                }
                say(out, replies.apply(command));
            }
        } catch (IOException e) {
            // The client went away.
        }
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    public int port() {
        return port;
    }

    /** What it is, to be told beside the figures. */
    public String name() {
        return name;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("the sink can't be closed", e);
        }
    }
}
