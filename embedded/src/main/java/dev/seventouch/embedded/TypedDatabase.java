package dev.seventouch.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ObjectDataType;

/**
 * Keeps documents and the keys of indexes in formats of their own. Without them the store uses Java's serialization, also to
 * compare two keys, and that takes most of its time.
 */
final class TypedDatabase extends H2Database {

    private final MVStore store;

    TypedDatabase(String name, MVStore store, CursorRegistry cursors) {
        this.store = store; // first: what is there already is opened by the constructor of the parent
        super(name, store, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
        String namespace = getFullCollectionNamespace(collection);
        return new KeyedCollection(
                this,
                collection,
                options,
                store.openMap(
                        "databases." + namespace,
                        new MVMap.Builder<Object, Document>()
                                .keyType(new ObjectDataType())
                                .valueType(new DocumentType())),
                store.openMap("meta." + namespace),
                cursorRegistry);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        store.openMap(
                getFullCollectionNamespace(collection) + "._index_" + index,
                new MVMap.Builder<KeyValue, Object>().keyType(new KeyType()).valueType(new ObjectDataType()));
        return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
    }
}
