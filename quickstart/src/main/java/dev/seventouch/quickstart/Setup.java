package dev.seventouch.quickstart;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param kafka a broker elsewhere, as HOST:PORT; null for one of our own
 * @param mongodb a store elsewhere, as a connection string; null for one of our own
 * @param smtp a mail server elsewhere, as HOST:PORT; null for the inbox
 */
record Setup(
        Path data,
        Speed speed,
        Ports ports,
        Path campaigns,
        @Nullable String kafka,
        @Nullable String mongodb,
        @Nullable String smtp) {

    String kafkaAddress() {
        return kafka == null ? "127.0.0.1:" + ports.kafka() : kafka;
    }

    String storeAddress() {
        return mongodb == null ? "mongodb://127.0.0.1:" + ports.store() : mongodb;
    }

    String smtpAddress() {
        return smtp == null ? "127.0.0.1:" + ports.smtp() : smtp;
    }

    /** By who needs them. */
    Map<String, Integer> portsNeeded() {
        Map<String, Integer> needed = new LinkedHashMap<>();
        needed.put("intake", ports.intake());
        needed.put("the engine", ports.engine());
        needed.put("the mailer", ports.mailer());
        needed.put("the desk", ports.desk());
        if (smtp == null) {
            needed.put("the inbox (web)", ports.inbox());
            needed.put("the inbox (SMTP)", ports.smtp());
        }
        if (kafka == null) {
            needed.put("Kafka", ports.kafka());
        }
        if (mongodb == null) {
            needed.put("the store", ports.store());
        }
        return needed;
    }
}
