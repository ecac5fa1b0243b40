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

/** A small SMTP server that answers as it is told. */
final class ScriptedRelay implements AutoCloseable {

    /** Said instead of a reply: the connection ends. */
    static final String DROP = "";

    /** After the final dot. */
    static final String END = "END";

    static final String GREETING = "GREETING";

    private final ServerSocket server;
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    final List<String> commands = new CopyOnWriteArrayList<>();
    final List<String> mails = new CopyOnWriteArrayList<>();
    volatile int connections;

    ScriptedRelay() {
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
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            OutputStream out = socket.getOutputStream();
            boolean goesOn = say(out, GREETING, "220 relay.example ESMTP");
            for (String line = goesOn ? in.readLine() : null; line != null; line = in.readLine()) {
                commands.add(line);
                if (!answer(line, in, out)) {
                    return;
                }
            }
        } catch (IOException e) {
            // The other side went away.
        }
    }

    private boolean answer(String line, BufferedReader in, OutputStream out) throws IOException {
        String command = line.split("[ :]", -1)[0].toUpperCase(Locale.ROOT);
        return switch (command) {
            case "EHLO" -> say(out, command, "250-relay.example\r\n250 8BITMIME");
            case "DATA" -> {
                boolean goesOn = say(out, command, "354 go on");
                yield goesOn && (replies.containsKey(command) || mail(in, out));
            }
            case "QUIT" -> false;
            default -> say(out, command, "250 2.0.0 Ok");
        };
    }

    private boolean mail(BufferedReader in, OutputStream out) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
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
        out.write((reply + "\r\n").getBytes(ISO_8859_1));
        out.flush();
        return true;
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
