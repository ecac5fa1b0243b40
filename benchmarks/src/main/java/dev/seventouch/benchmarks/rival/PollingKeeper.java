package dev.seventouch.benchmarks.rival;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** What is written first when there is no scheduler at hand: a table with a status, and a loop that looks for what is due. */
final class PollingKeeper implements Keeper {
    private static final Duration POLLING = Duration.ofMillis(200);

    static final String TABLES = """
            create table due_touches (
              id text primary key,
              due_at timestamp with time zone not null,
              status text not null,
              touch bytea not null
            );
            create index due_touches_due on due_touches (status, due_at);
            """;

    private static final String INSERT =
            "insert into due_touches (id, due_at, status, touch) values (?, ?, 'pending', ?)";
    private static final String SELECT =
            "select id, touch from due_touches where due_at <= now() and status = 'pending' order by due_at limit 500";
    private static final String UPDATE = "update due_touches set status = 'sent' where id = ?";

    private final DataSource database;
    private final TouchSender sender;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread loop = new Thread(this::poll, "poller");

    PollingKeeper(DataSource database, TouchSender sender) {
        this.database = database;
        this.sender = sender;
        loop.start();
    }

    @Override
    public void keep(List<Job> jobs) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            for (Job job : jobs) {
                insert.setString(1, job.id());
                insert.setObject(2, OffsetDateTime.ofInstant(job.due(), ZoneOffset.UTC));
                insert.setBytes(3, job.touch());
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void poll() {
        try {
            while (closed.getCount() > 0) {
                if (sendDue() == 0) {
                    closed.await(POLLING.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int sendDue() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(UPDATE)) {
            List<Job> due = due(connection);
            for (Job job : due) {
                sender.send(job.id(), job.touch());
                update.setString(1, job.id());
                update.executeUpdate();
            }
            return due.size();
        }
    }

    private static List<Job> due(Connection connection) throws SQLException {
        List<Job> due = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                due.add(new Job(rows.getString(1), Instant.EPOCH, rows.getBytes(2)));
            }
        }
        return due;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
