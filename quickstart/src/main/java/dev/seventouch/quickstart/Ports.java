package dev.seventouch.quickstart;

import dev.seventouch.embedded.CannotStart;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Where everything listens, on 127.0.0.1. */
record Ports(int intake, int engine, int mailer, int desk, int inbox, int smtp, int kafka, int store) {
    private static final Ports USUAL = new Ports(8080, 8081, 8082, 8083, 8025, 1025, 9092, 27017);

    /** @throws CannotStart if a port would fall outside of what there is */
    static Ports movedBy(int offset) {
        if (offset < 0 || USUAL.store + offset > 65_535) {
            throw new CannotStart("--port-offset " + offset + " is out of range: take 0 to " + (65_535 - USUAL.store));
        }
        return new Ports(
                USUAL.intake + offset,
                USUAL.engine + offset,
                USUAL.mailer + offset,
                USUAL.desk + offset,
                USUAL.inbox + offset,
                USUAL.smtp + offset,
                USUAL.kafka + offset,
                USUAL.store + offset);
    }

    /**
     * Better to look before everything is half up.
     *
     * @param wanted ports by who needs them
     * @throws CannotStart if one is taken
     */
    static void requireFree(Map<String, Integer> wanted) {
        wanted.forEach((who, port) -> {
            try (ServerSocket probe = new ServerSocket()) {
                probe.setReuseAddress(true);
                probe.bind(new InetSocketAddress("127.0.0.1", port));
            } catch (IOException e) {
                throw new CannotStart(
                        "port " + port + " for " + who
                                + " is taken by another program; --port-offset N moves all ports",
                        e);
            }
        });
    }
}
