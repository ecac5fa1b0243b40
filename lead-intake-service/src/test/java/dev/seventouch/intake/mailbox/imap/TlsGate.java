package dev.seventouch.intake.mailbox.imap;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * STARTTLS (RFC 9051 6.2.1) in front of a real IMAP server that has none: greets, upgrades, and from then on passes bytes on.
 * What came in clear is kept.
 */
final class TlsGate implements AutoCloseable {
    private static final String OFFER = "IMAP4rev1 STARTTLS LOGINDISABLED";

    final List<String> inClear = new CopyOnWriteArrayList<>();
    private final ServerSocket door;
    private final int behind;
    private final SSLSocketFactory tls;

    /** @param behind the port of the server in clear */
    TlsGate(int behind, SSLSocketFactory tls) throws IOException {
        this.behind = behind;
        this.tls = tls;
        this.door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            say(client.getOutputStream(), "* OK [CAPABILITY " + OFFER + "] ready");
            while (true) {
                String line = line(client.getInputStream());
                if (line.isEmpty()) {
                    return;
                }
                inClear.add(line);
                String tag = line.split(" ", 2)[0];
                if (line.endsWith("CAPABILITY")) {
                    say(client.getOutputStream(), "* CAPABILITY " + OFFER);
                    say(client.getOutputStream(), tag + " OK done");
                } else if (line.endsWith("STARTTLS")) {
                    say(client.getOutputStream(), tag + " OK begin");
                    passOn(client);
                    return;
                } else {
                    say(client.getOutputStream(), tag + " BAD not before STARTTLS");
                }
            }
        } catch (IOException | InterruptedException e) {
            // The client has gone, which is what some tests are about.
            Thread.currentThread().interrupt();
        }
    }

    private void passOn(Socket client) throws IOException, InterruptedException {
        try (SSLSocket safe = (SSLSocket) tls.createSocket(client, null, client.getPort(), true);
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            safe.setUseClientMode(false);
            safe.startHandshake();
            line(server.getInputStream()); // its greeting: the client has had ours
            Thread up = Thread.ofVirtual().start(() -> copy(safe, server));
            copy(server, safe);
            up.join();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.close();
        } catch (IOException e) {
            // One of them has closed: so does the other.
            try {
                to.close();
            } catch (IOException again) {
                throw new AssertionError(again);
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(US_ASCII));
        out.flush();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.write(c);
        }
        return line.toString(US_ASCII).strip();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
