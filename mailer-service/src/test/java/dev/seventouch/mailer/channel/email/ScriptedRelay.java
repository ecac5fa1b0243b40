package dev.seventouch.mailer.channel.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A small SMTP server that answers as it is told. */
final class ScriptedRelay implements AutoCloseable {

    /** Said instead of a reply: the connection ends. */
    static final String DROP = "";

    /** No reply at all, and the connection stays. */
    static final String SILENCE = "…";

    /** The reply comes together with a later one; only where commands are pipelined. */
    static final String WITHHELD = "⋯";

    /** Behind a reply: the connection ends when it is said. */
    static final String AND_DROP = "†";

    /** In the middle of the mail. */
    static final String BODY = "BODY";

    /** After the final dot. */
    static final String END = "END";

    static final String GREETING = "GREETING";

    private final ServerSocket server;
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final Map<String, String> lines = new ConcurrentHashMap<>();
    private final Map<String, Long> pauses = new ConcurrentHashMap<>();
    private final @Nullable SSLContext fromTheStart;
    private volatile @Nullable SSLContext offered;
    final List<String> inClear = new CopyOnWriteArrayList<>();
    private volatile boolean pipelining;
    private volatile boolean utf8;
    private volatile int most = Integer.MAX_VALUE;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    final List<String> commands = new CopyOnWriteArrayList<>();
    final List<String> mails = new CopyOnWriteArrayList<>();
    volatile int connections;

    ScriptedRelay() {
        this(null);
    }

    /** @param fromTheStart if given, what each connection is encrypted with from its first byte */
    ScriptedRelay(@Nullable SSLContext fromTheStart) {
        this.fromTheStart = fromTheStart;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    ScriptedRelay answering(String command, String reply) {
        replies.put(command, reply);
        return this;
    }

    /** Offers STARTTLS. */
    ScriptedRelay offering(SSLContext tls) {
        offered = tls;
        return this;
    }

    /** Offers PIPELINING (RFC 2920). */
    ScriptedRelay pipelining() {
        pipelining = true;
        return this;
    }

    /** Offers SMTPUTF8 (RFC 6531). */
    ScriptedRelay utf8() {
        utf8 = true;
        return this;
    }

    /** More connections than that at the same time are refused. */
    ScriptedRelay atMost(int connectionsAtATime) {
        most = connectionsAtATime;
        return this;
    }

    /** Each reply to a line that holds this comes after a while. */
    ScriptedRelay slow(String commandLine, long millis) {
        pauses.put(commandLine, millis);
        return this;
    }

    /** A line that holds this is answered so. */
    ScriptedRelay answeringLine(String commandLine, String reply) {
        lines.put(commandLine, reply);
        return this;
    }

    void asUsual() {
        replies.clear();
    }

    void hangUp() {
        open.forEach(ScriptedRelay::closed);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections++;
                open.add(socket);
                Thread.ofVirtual().start(() -> {
                    serve(socket);
                    open.remove(socket);
                });
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (open.size() > most) {
                socket.getOutputStream().write("421 4.7.0 too many connections\r\n".getBytes(ISO_8859_1));
                return;
            }
            Socket speaking = fromTheStart == null ? socket : encrypted(socket, fromTheStart);
            if (say(speaking.getOutputStream(), GREETING, "220 relay.example ESMTP")) {
                converse(speaking, fromTheStart != null);
            }
        } catch (IOException e) {
            // The other side went away.
        }
    }

    private void converse(Socket socket, boolean encrypted) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        OutputStream out = socket.getOutputStream();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(line);
            if (!encrypted) {
                inClear.add(line);
            }
            SSLContext tls = offered;
            if (line.equals("STARTTLS") && tls != null) {
                out.write("220 2.0.0 go on\r\n".getBytes(ISO_8859_1));
                converse(encrypted(socket, tls), true);
                return;
            }
            if (!answer(line, encrypted, in, out)) {
                return;
            }
        }
    }

    private static Socket encrypted(Socket socket, SSLContext tls) throws IOException {
        SSLSocket encrypted = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, true);
        encrypted.setUseClientMode(false);
        encrypted.startHandshake();
        return encrypted;
    }

    private boolean answer(String line, boolean encrypted, BufferedReader in, OutputStream out) throws IOException {
        String command = line.split("[ :]", -1)[0].toUpperCase(Locale.ROOT);
        return switch (command) {
            case "EHLO" ->
                say(
                        out,
                        command,
                        "250-relay.example\r\n" + (encrypted ? "250-AUTH PLAIN\r\n" : "")
                                + (offered != null && !encrypted ? "250-STARTTLS\r\n" : "")
                                + (pipelining ? "250-PIPELINING\r\n" : "")
                                + (utf8 ? "250-SMTPUTF8\r\n" : "") + "250 8BITMIME");
            case "AUTH" -> say(out, command, "235 2.7.0 welcome");
            case "DATA" -> {
                boolean goesOn = say(out, command, "354 go on");
                yield goesOn && (replies.containsKey(command) || mail(in, out));
            }
            case "QUIT" -> false;
            default -> {
                if (pipelining && SILENCE.equals(replies.get(command))) {
                    in.lines().forEach(commands::add); // and not a word to what comes after it
                    yield false;
                }
                yield say(out, command, replyTo(line));
            }
        };
    }

    private String replyTo(String line) {
        for (Map.Entry<String, Long> pause : pauses.entrySet()) {
            if (line.contains(pause.getKey())) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause.getValue()));
            }
        }
        return lines.entrySet().stream()
                .filter(entry -> line.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("250 2.0.0 Ok");
    }

    private boolean mail(BufferedReader in, OutputStream out) throws IOException {
        if (DROP.equals(replies.get(BODY))) {
            in.readLine();
            return false;
        }
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                return false; // without its end it is no mail
            }
            mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        mails.add(mail.toString());
        return say(out, END, "250 2.0.0 Ok: queued as 1 for <a@example.com>");
    }

    private boolean say(OutputStream out, String command, String usually) throws IOException {
        String reply = replies.getOrDefault(command, usually);
        if (reply.equals(DROP)) {
            return false;
        }
        if (reply.equals(SILENCE) || reply.equals(WITHHELD)) {
            return true;
        }
        out.write((reply.replace(AND_DROP, "") + "\r\n").getBytes(ISO_8859_1));
        out.flush();
        return !reply.endsWith(AND_DROP);
    }

    private static void closed(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed already
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        hangUp();
    }
}
