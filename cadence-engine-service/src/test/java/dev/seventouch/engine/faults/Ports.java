package dev.seventouch.engine.faults;

import dev.seventouch.embedded.Claims;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Ports on the loopback interface, each for one part of one of all test runs on this machine: what is killed and started again
 * comes back on its port, and nobody may have taken it meanwhile.
 */
final class Ports {
    /** Below 32768, where systems begin to take ports for connections that go out. */
    private static final int FIRST = 20_000;

    private static final int LAST = 20_999;

    private static int next = FIRST;

    private Ports() {}

    static synchronized int free() {
        try {
            while (next <= LAST) {
                int port = next++;
                if (Claims.take("port-" + port) && isFree(port)) {
                    return port;
                }
            }
        } catch (IOException e) {
            throw new AssertionError("ports can't be claimed", e);
        }
        throw new AssertionError("no port is free from " + FIRST + " to " + LAST);
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
