package dev.seventouch.desk.store;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * Where a lead may be listed as one for which the library runs dry: written before it is listed there, taken back after it
 * was taken off.
 *
 * @param lists ids of {@link DryListDocument}s
 */
public record DryPlacesDocument(@BsonId String lead, List<String> lists) {}
