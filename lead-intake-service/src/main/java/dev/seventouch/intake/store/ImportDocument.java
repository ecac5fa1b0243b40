package dev.seventouch.intake.store;

import dev.seventouch.intake.imports.Import;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An import as the store keeps it. Public, as the driver's record codec reads public records only.
 *
 * @param instance who has its file
 * @param stopped null in those that were kept before imports could be stopped
 */
public record ImportDocument(
        @BsonId String id,
        String instance,
        Import.Order order,
        Import.Progress progress,
        @Nullable Boolean stopped) {

    Import toImport() {
        return new Import(id, order, progress, Boolean.TRUE.equals(stopped));
    }
}
