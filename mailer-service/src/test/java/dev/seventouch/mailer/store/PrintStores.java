package dev.seventouch.mailer.store;

import com.mongodb.client.MongoDatabase;
import dev.seventouch.mailer.delivery.Claims;
import dev.seventouch.mailer.delivery.complaint.CadenceDays;
import dev.seventouch.mailer.delivery.print.PrintItems;

/** The real stores, for tests outside. */
public final class PrintStores {

    private PrintStores() {}

    public static PrintItems items(MongoDatabase database) {
        return new MongoPrintItems(database);
    }

    public static Claims claims(MongoDatabase database) {
        return new MongoClaims(database);
    }

    public static CadenceDays cadenceDays(MongoDatabase database) {
        return new MongoCadenceDays(database);
    }
}
