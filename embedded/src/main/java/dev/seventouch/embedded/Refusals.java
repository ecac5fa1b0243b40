package dev.seventouch.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Options that MongoDB honours and this store would not. Better no index than one that is not what it says. */
final class Refusals {
    private static final Set<String> OF_INDEXES =
            Set.of("collation", "expireAfterSeconds", "partialFilterExpression", "wildcardProjection");
    private static final Set<String> OF_COLLECTIONS = Set.of(
            "capped",
            "changeStreamPreAndPostImages",
            "clusteredIndex",
            "collation",
            "expireAfterSeconds",
            "pipeline",
            "timeseries",
            "validationAction",
            "validationLevel",
            "validator",
            "viewOn");
    private static final Set<String> OF_QUERIES = Set.of("collation");

    private Refusals() {}

    static String nameOf(Document command) {
        return command.keySet().iterator().next().toLowerCase(Locale.ROOT);
    }

    /** @throws MongoServerError naming the option that would be ignored */
    static void check(Document command) {
        String name = nameOf(command);
        switch (name) {
            case "createindexes" -> each(command, "indexes", OF_INDEXES);
            case "create" -> refuse(command, OF_COLLECTIONS);
            case "collmod" -> throw refusal("collMod");
            case "update" -> each(command, "updates", OF_QUERIES);
            case "delete" -> each(command, "deletes", OF_QUERIES);
            case "find", "count", "distinct", "aggregate", "findandmodify" -> refuse(command, OF_QUERIES);
            default -> {} // a command is an open set of strings; the server itself refuses those it doesn't know
        }
    }

    private static void each(Document command, String field, Set<String> options) {
        if (command.get(field) instanceof List<?> parts) {
            for (Object part : parts) {
                if (part instanceof Document document) {
                    refuse(document, options);
                }
            }
        }
    }

    private static void refuse(Document document, Set<String> options) {
        for (String option : options) {
            Object value = document.get(option);
            if (value != null && !Boolean.FALSE.equals(value)) {
                throw refusal(option);
            }
        }
    }

    private static MongoServerError refusal(String option) {
        MongoServerError refusal = new MongoServerError(
                ErrorCode.InvalidOptions,
                option + " is not supported by the embedded store: it would be ignored. Use MongoDB (--mongodb URI)");
        refusal.setLogError(false); // the client gets it and decides
        return refusal;
    }
}
