package dev.seventouch.desk.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template as its author wrote it.
 *
 * @param version the latest
 * @param setAside why the latest version is not in use; null if it is
 * @param versions those that can be compared, the oldest first
 */
public record Source(
        String id, int version, String source, @Nullable String setAside, List<Integer> versions) {

    public Source {
        // A mailer that knows of none says nothing of them.
        versions = versions == null ? List.of() : List.copyOf(versions);
    }
}
