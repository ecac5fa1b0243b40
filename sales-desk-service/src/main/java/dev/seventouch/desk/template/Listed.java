package dev.seventouch.desk.template;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A published template.
 *
 * @param version the latest
 * @param setAside why the latest version is not in use; null if it is
 * @param channel what it is for; null where no version is in use
 * @param language a tag (BCP 47); null where no version is in use
 * @param findings how much is to be said against the latest version
 */
public record Listed(
        String id,
        int version,
        @Nullable String setAside,
        @Nullable Kind channel,
        @Nullable String language,
        Tally findings) {

    /** @param errors what would keep it from being published */
    public record Tally(int errors, int warnings) {}

    /** Those that are sent in its place to whoever reads another language: they have its id, and their language behind it. */
    public List<Listed> twinsAmong(Collection<Listed> all) {
        return all.stream()
                .filter(other -> other.original().filter(id::equals).isPresent())
                .toList();
    }

    /** The id of the template of which this one would be the twin, by its own id. */
    private Optional<String> original() {
        String ending = language == null ? "" : "-" + language.toLowerCase(Locale.ROOT);
        return ending.length() > 1 && id.length() > ending.length() && id.endsWith(ending)
                ? Optional.of(id.substring(0, id.length() - ending.length()))
                : Optional.empty();
    }
}
