package dev.seventouch.intake.store;

import dev.seventouch.intake.imports.Import;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * An import as the store keeps it. Public, as the driver's record codec reads public records only.
 *
 * @param instance who has its file
 */
public record ImportDocument(@BsonId String id, String instance, Import.Order order, Import.Progress progress) {

    Import toImport() {
        return new Import(id, order, progress);
    }
}
