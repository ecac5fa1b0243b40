package dev.seventouch.desk.store;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.model.Filters;
import java.util.Collection;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWrapper;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.conversions.Bson;

/** Records as documents. */
final class Records {
    static final String ID = "_id";
    private static final CodecRegistry CODECS = MongoClientSettings.getDefaultCodecRegistry();

    private Records() {}

    /** The fields of {@code document} without its id, to be set where it is inserted. */
    static BsonDocument fields(Object document) {
        BsonDocument fields =
                BsonDocumentWrapper.asBsonDocument(document, CODECS).clone();
        fields.remove(ID);
        return fields;
    }

    static Bson isOneOf(String field, Collection<?> values) {
        return Filters.in(
                field, values.stream().map(Object::toString).distinct().toList());
    }
}
