package dev.seventouch.engine.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Ports on the loopback interface, each for one part of one of all test runs on this machine: what is killed and started again
 * comes back on its port, and nobody may have taken it meanwhile.
 */
final class Ports {
    /** Below 32768, where systems begin to take ports for connections that go out. */
    private static final int FIRST = 20_000;

    private static final int LAST = 20_999;

    /** Locks are the process's: nobody has to give them back. */
    private static final List<FileLock> HELD = new ArrayList<>();

    private static int next = FIRST;

    private Ports() {}

    static synchronized int free() {
        try {
            Path claims = Files.createDirectories(Path.of(
                    System.getProperty("java.io.tmpdir"), "seventouch-ports-" + System.getProperty("user.name")));
            while (next <= LAST) {
                int port = next++;
                if (claimed(claims.resolve("" + port)) && isFree(port)) {
                    return port;
                }
            }
        } catch (IOException e) {
            throw new AssertionError("ports can't be claimed", e);
        }
        throw new AssertionError("no port is free from " + FIRST + " to " + LAST);
    }

    private static boolean claimed(Path claim) throws IOException {
        FileChannel channel = FileChannel.open(claim, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return false;
        }
        HELD.add(lock);
        return true;
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
