package dev.seventouch.service.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import dev.seventouch.events.touch.Medium;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A lead's entry in the suppression ledger: which media are forbidden, since when, and why. The one document that two services
 * share: intake is its only writer, and writes before it answers; the mailer asks immediately before each hand-over.
 *
 * @param lead the lead's id, a keyed hash: the entry outlives an erasure
 * @param since per {@link Medium}, by the constant's name
 * @param same other ids of the person, for which all of that holds as well
 * @param reasons per medium and reason, such as {@code EMAIL-ASKED}, since when; what older versions wrote has none
 */
public record SuppressionDocument(
        @BsonId String lead,
        Map<String, Instant> since,
        @Nullable Map<String, Instant> reasons,
        @Nullable List<String> same) {
    public static final String DATABASE = "ledger";
    public static final String SAME = "same";
    public static final String COLLECTION = "suppressions";

    /** One that tells no reason. */
    public SuppressionDocument(String lead, Map<String, Instant> since) {
        this(lead, since, null, null);
    }

    /** The field that holds the entry of {@code medium}. */
    public static String field(Medium medium) {
        return "since." + medium.name();
    }

    /** The field that holds since when {@code medium} is forbidden for {@code reason}. */
    public static String field(Medium medium, String reason) {
        return "reasons." + key(medium, reason);
    }

    public static String key(Medium medium, String reason) {
        return medium.name() + "-" + reason;
    }

    public boolean forbids(Medium medium) {
        return since.containsKey(medium.name());
    }

    public static MongoCollection<SuppressionDocument> in(MongoClient client) {
        return client.getDatabase(DATABASE).getCollection(COLLECTION, SuppressionDocument.class);
    }
}
