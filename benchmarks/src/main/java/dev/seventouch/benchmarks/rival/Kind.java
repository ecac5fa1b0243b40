package dev.seventouch.benchmarks.rival;

import javax.sql.DataSource;

/** What else one could take. */
public enum Kind {
    DB_SCHEDULER("db-scheduler", DbSchedulerKeeper.TABLES),
    POLLER("a poller", PollingKeeper.TABLES);

    private final String title;
    private final String tables;

    Kind(String title, String tables) {
        this.title = title;
        this.tables = tables;
    }

    String title() {
        return title;
    }

    String tables() {
        return tables;
    }

    /** Names its topic, its consumer group and its database. */
    String key() {
        return "rival_" + name().toLowerCase(java.util.Locale.ROOT);
    }

    Keeper keeper(DataSource database, TouchSender sender) {
        return switch (this) {
            case DB_SCHEDULER -> new DbSchedulerKeeper(database, sender);
            case POLLER -> new PollingKeeper(database, sender);
        };
    }
}
