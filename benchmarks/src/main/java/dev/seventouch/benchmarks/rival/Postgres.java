package dev.seventouch.benchmarks.rival;

import dev.seventouch.benchmarks.machine.Loopback;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A PostgreSQL of our own. A commit reaches the operating system before it is answered, but isn't forced onto the disk: that is
 * what one Kafka broker does, too, and it is the faster setting.
 */
public final class Postgres implements AutoCloseable {
    private static final Duration TO_START = Duration.ofMinutes(2);

    private final EmbeddedPostgres postgres;
    private final Path data;

    private Postgres(EmbeddedPostgres postgres, Path data) {
        this.postgres = postgres;
        this.data = data;
    }

    /** PostgreSQL can't be had on this machine. */
    public static final class NotHere extends Exception {
        NotHere(Throwable cause) {
            super(cause.toString(), cause);
        }
    }

    /** @throws NotHere if there is no PostgreSQL for this machine, or it doesn't start */
    public static Postgres start(Path directory) throws NotHere {
        // It looks after data of earlier runs there, and would otherwise do so where others have theirs.
        System.setProperty("ot.epg.working-dir", directory.resolve("work").toString());
        Path data = directory.resolve("data");
        try {
            return new Postgres(
                    EmbeddedPostgres.builder()
                            .setDataDirectory(data)
                            .setOverrideWorkingDirectory(
                                    directory.resolve("binaries").toFile())
                            .setPGStartupWait(TO_START)
                            .setServerConfig("listen_addresses", Loopback.HOST)
                            .setServerConfig("unix_socket_directories", "''")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("fsync", "off")
                            .start(),
                    data);
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new NotHere(e);
        }
    }

    /** Makes a database with the tables that {@code script} creates. */
    void create(String database, String script) {
        execute("postgres", "create database " + database);
        execute(database, script);
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://" + Loopback.HOST + ":" + postgres.getPort() + "/" + database
                + "?user=postgres&reWriteBatchedInserts=true";
    }

    long bytesOf(String database) {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery("select pg_database_size(current_database())")) {
            size.next();
            return size.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    ProcessHandle process() {
        try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
            long pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
            return ProcessHandle.of(pid).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void execute(String database, String script) {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
