package dev.seventouch.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A broker that is alone, small, and quick to come back. */
final class BrokerSettings {
    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";
    private static final String BROKER = "BROKER";

    private BrokerSettings() {}

    static Map<String, String> of(Path home, int port, int controllerPort) {
        Map<String, String> settings = new HashMap<>(alone());
        settings.putAll(small());
        settings.putAll(quick());
        settings.putAll(Map.of(
                "log.dir",
                home.toString(),
                "node.id",
                String.valueOf(NODE),
                "process.roles",
                "broker,controller",
                "listeners",
                "%s://%s:%d,%s://%s:%d"
                        .formatted(BROKER, Loopback.HOST, port, CONTROLLER, Loopback.HOST, controllerPort),
                "advertised.listeners",
                "%s://%s:%d".formatted(BROKER, Loopback.HOST, port),
                "listener.security.protocol.map",
                "%s:PLAINTEXT,%s:PLAINTEXT".formatted(BROKER, CONTROLLER),
                "inter.broker.listener.name",
                BROKER,
                "controller.listener.names",
                CONTROLLER,
                "controller.quorum.voters",
                "%d@%s:%d".formatted(NODE, Loopback.HOST, controllerPort),
                // A topic that comes into being by a typing error would have the wrong number of partitions.
                "auto.create.topics.enable",
                "false"));
        return settings;
    }

    private static Map<String, String> alone() {
        return Map.of(
                "default.replication.factor", "1",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1");
    }

    private static Map<String, String> small() {
        return Map.of(
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.num.partitions", "1",
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "2",
                "log.cleaner.dedupe.buffer.size", String.valueOf(16 << 20),
                "log.index.size.max.bytes", String.valueOf(1 << 20),
                // Nobody reads a quickstart's broker over JMX.
                "metric.reporters", "");
    }

    private static Map<String, String> quick() {
        return Map.of(
                // After a kill the broker is let back in when its old session is over: 9 s by default. 1 s ends live
                // sessions under load.
                "broker.session.timeout.ms", "3000",
                "broker.heartbeat.interval.ms", "500",
                "group.initial.rebalance.delay.ms", "0",
                // What a killed producer left open holds up every read_committed reader until it is aborted.
                "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    }
}
