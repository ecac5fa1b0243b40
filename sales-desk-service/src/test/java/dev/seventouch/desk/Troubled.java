package dev.seventouch.desk;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Random;
import java.util.Set;

/** A store where something happens just before a write reaches it, or just before its answer comes back. */
public final class Troubled {
    private static final Set<String> WRITES = Set.of("bulkWrite", "deleteMany");
    private static final int ONE_IN = 12;

    private Troubled() {}

    /** When it happens. */
    public enum Moment {
        BEFORE,
        AFTER
    }

    /** What happens around the writes of a collection. */
    @FunctionalInterface
    public interface Trouble {
        void at(Moment moment, String collection);
    }

    /** Now and then it is out of reach. */
    public static MongoDatabase flaky(MongoDatabase store, Random random) {
        return store(store, (_, _) -> {
            if (random.nextInt(ONE_IN) == 0) {
                throw lost();
            }
        });
    }

    public static MongoException lost() {
        return new MongoException("lost, for a test");
    }

    public static MongoDatabase store(MongoDatabase store, Trouble trouble) {
        return proxy(MongoDatabase.class, (_, method, arguments) -> {
            Object found = method.invoke(store, arguments);
            return found instanceof MongoCollection<?> collection ? collection(collection, trouble) : found;
        });
    }

    private static MongoCollection<?> collection(MongoCollection<?> collection, Trouble trouble) {
        String name = collection.getNamespace().getCollectionName();
        return proxy(MongoCollection.class, (_, method, arguments) -> {
            boolean writes = WRITES.contains(method.getName());
            if (writes) {
                trouble.at(Moment.BEFORE, name);
            }
            try {
                Object answer = method.invoke(collection, arguments);
                if (writes) {
                    trouble.at(Moment.AFTER, name);
                }
                return answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
