package dev.seventouch.benchmarks.rival;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * One-time tasks of db-scheduler, set up as its documentation on performance has it for machines of two cores: lock-and-fetch, 20
 * threads, up to 20 batches of them fetched ahead.
 */
final class DbSchedulerKeeper implements Keeper {
    static final int THREADS = 20;
    private static final double FETCH_BELOW = 4.0;
    private static final double FETCH_UP_TO = 20.0;
    private static final Duration POLLING = Duration.ofSeconds(1);

    /** The project's own definition for PostgreSQL. */
    static final String TABLES = """
            create table scheduled_tasks (
              task_name text not null,
              task_instance text not null,
              task_data bytea,
              execution_time timestamp with time zone,
              picked boolean not null,
              picked_by text,
              last_success timestamp with time zone,
              last_failure timestamp with time zone,
              consecutive_failures int,
              last_heartbeat timestamp with time zone,
              version bigint not null,
              priority smallint,
              state text,
              primary key (task_name, task_instance)
            );
            create index execution_time_idx on scheduled_tasks (execution_time);
            create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
            """;

    private final OneTimeTask<byte[]> task;
    private final Scheduler scheduler;

    DbSchedulerKeeper(DataSource database, TouchSender sender) {
        task = Tasks.oneTime("touch", byte[].class)
                .execute((instance, context) -> sender.send(instance.getId(), instance.getData()));
        scheduler = Scheduler.create(database, task)
                .threads(THREADS)
                .pollUsingLockAndFetch(FETCH_BELOW, FETCH_UP_TO)
                .pollingInterval(POLLING)
                .enableImmediateExecution()
                .serializer(new AsItIs())
                .build();
        scheduler.start();
    }

    @Override
    public void keep(List<Job> jobs) {
        List<SchedulableInstance<?>> instances = new ArrayList<>();
        for (Job job : jobs) {
            instances.add(SchedulableInstance.of(task.instance(job.id(), job.touch()), job.due()));
        }
        scheduler.scheduleBatch(instances);
    }

    @Override
    public void close() {
        scheduler.stop();
    }

    /** A touch is bytes already. */
    private static final class AsItIs implements Serializer {
        @Override
        public byte[] serialize(Object data) {
            return (byte[]) data;
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] serialized) {
            return type.cast(serialized);
        }
    }
}
