package dev.seventouch.benchmarks.rival;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.seventouch.benchmarks.machine.Orphans;
import dev.seventouch.benchmarks.work.RivalWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A rival as a process of its own: what comes in on its topic is kept in the database, and sent when it is due. */
final class RivalProcess {
    private static final int CONNECTIONS = DbSchedulerKeeper.THREADS + 5;

    private RivalProcess() {}

    /** @param arguments the kind, the broker, the database */
    static void main(String[] arguments) {
        Orphans.endWithParent();
        Kind kind = Kind.valueOf(arguments[0]);
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(arguments[2]);
        pool.setMaximumPoolSize(CONNECTIONS);
        try (HikariDataSource database = new HikariDataSource(pool);
                TouchSender sender = new TouchSender(arguments[1]);
                Keeper keeper = kind.keeper(database, sender);
                KafkaConsumer<String, byte[]> consumer = consumer(arguments[1], kind)) {
            consumer.subscribe(List.of(kind.key()));
            while (true) {
                ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofSeconds(1));
                if (!records.isEmpty()) {
                    keeper.keep(jobs(records));
                    consumer.commitSync();
                }
            }
        }
    }

    private static List<Job> jobs(ConsumerRecords<String, byte[]> records) {
        List<Job> jobs = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> record : records) {
            Optional<Instant> due = RivalWork.dueOf(record);
            jobs.add(new Job(
                    record.key() + (due.isPresent() ? ".later" : ".first"),
                    due.orElseGet(Instant::now),
                    record.value()));
        }
        return jobs;
    }

    private static KafkaConsumer<String, byte[]> consumer(String bootstrapServers, Kind kind) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        kind.key(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        1000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
