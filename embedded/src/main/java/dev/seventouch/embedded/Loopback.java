package dev.seventouch.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on 127.0.0.1; nothing here is reachable from another machine. */
final class Loopback {
    static final String HOST = "127.0.0.1";

    private Loopback() {}

    static InetSocketAddress at(int port) {
        return new InetSocketAddress(HOST, port);
    }

    static InetAddress address() {
        return at(0).getAddress();
    }

    /**
     * {@code wanted}, or any free port for 0.
     *
     * @throws CannotStart if {@code wanted} is taken
     */
    static int free(int wanted, String who) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(at(wanted));
            return probe.getLocalPort();
        } catch (IOException e) {
            if (wanted == 0) {
                throw new UncheckedIOException(e);
            }
            throw taken(wanted, who, e);
        }
    }

    static CannotStart taken(int port, String who, Exception cause) {
        return new CannotStart("port " + port + " for " + who + " is taken by another program", cause);
    }
}
