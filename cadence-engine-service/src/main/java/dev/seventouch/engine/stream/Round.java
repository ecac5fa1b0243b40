package dev.seventouch.engine.stream;

import dev.seventouch.engine.enrollment.Enrollment;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes round all leads of a partition, a few at a time. It audits: a lead that is followed up but would never be woken is an
 * orphan; there are none, and were there one it would be counted, told and indexed anew. And it brings a plan that was
 * published for those who are enrolled to them, without flooding anybody.
 */
final class Round {
    private static final Logger log = LoggerFactory.getLogger(Round.class);
    private static final int WHEN_AUDITING = 10;
    private static final int WHEN_MIGRATING = 50;

    private final Standings standings;
    private final Consumer<String> republished;
    private final IntSupplier migrations;
    private final Duration rest;
    private final Audit audit;

    private @Nullable String last;
    private boolean isUnderway;
    private long restsUntil;
    private long orphansSoFar;
    private int migrating;
    private int migrated;

    /**
     * @param republished tells a lead that a later version of its plan may be in force
     * @param migrations how often something was published for those who are enrolled
     * @param rest between two rounds, in wall time
     * @param audit is told of each round that ends
     */
    Round(Standings standings, Consumer<String> republished, IntSupplier migrations, Duration rest, Audit audit) {
        this.standings = standings;
        this.republished = republished;
        this.migrations = migrations;
        this.rest = rest;
        this.audit = audit;
    }

    void goOn(long wallMillis) {
        boolean isToMigrate = migrations.getAsInt() != migrated;
        if (!isUnderway && (isToMigrate || wallMillis >= restsUntil)) {
            isUnderway = true;
            last = null;
            orphansSoFar = 0;
            migrating = migrations.getAsInt();
        }
        if (isUnderway && visit(isToMigrate ? WHEN_MIGRATING : WHEN_AUDITING)) {
            isUnderway = false;
            migrated = migrating;
            restsUntil = wallMillis + rest.toMillis();
            audit.ended(orphansSoFar);
        }
    }

    /** @return whether that were the last */
    private boolean visit(int budget) {
        List<KeyValue<String, Enrollment>> some = standings.from(last, budget + 1);
        for (KeyValue<String, Enrollment> lead : some) {
            if (lead.key.equals(last)) {
                continue;
            }
            if (!standings.isIndexed(lead.key, lead.value)) {
                orphansSoFar++;
                log.error("lead={} was an orphan: nothing would ever have woken it", lead.key);
                standings.indexAnew(lead.key, lead.value);
            }
            if (migrating != migrated) {
                republished.accept(lead.key);
            }
            last = lead.key;
        }
        return some.size() <= budget;
    }
}
