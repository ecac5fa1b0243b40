package dev.seventouch.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;

/** The key of an index: the values of its fields one after the other, in whose order it is sorted too. */
final class KeyType extends BasicDataType<KeyValue> {

    private final ObjectDataType values = new ObjectDataType();

    @Override
    public int compare(KeyValue one, KeyValue other) {
        int shared = Math.min(one.size(), other.size());
        for (int i = 0; i < shared; i++) {
            int order = values.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    @Override
    public void write(WriteBuffer to, KeyValue key) {
        to.putVarInt(key.size());
        key.forEach(value -> values.write(to, value));
    }

    @Override
    public KeyValue read(ByteBuffer from) {
        Object[] key = new Object[DataUtils.readVarInt(from)];
        Arrays.setAll(key, i -> values.read(from));
        return new KeyValue(key);
    }

    @Override
    public int getMemory(KeyValue key) {
        int memory = 0;
        for (Object value : key) {
            memory += values.getMemory(value);
        }
        return memory;
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }
}
