package dev.seventouch.intake.stream;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** The log's admin client, made when it is first needed: intake starts without Kafka as well. */
public final class LateAdmin implements AutoCloseable {
    private final Map<String, Object> settings;
    private @Nullable Admin admin;

    /** @param settings of an admin client, with short time-outs */
    public LateAdmin(Map<String, Object> settings) {
        this.settings = Map.copyOf(settings);
    }

    synchronized Admin get() {
        Admin made = admin;
        if (made == null) {
            made = Admin.create(settings);
            admin = made;
        }
        return made;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close();
        }
    }
}
