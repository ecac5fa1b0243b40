package dev.seventouch.intake.store;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertOneOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.seventouch.intake.imports.Import;
import dev.seventouch.intake.imports.Import.State;
import dev.seventouch.intake.imports.Imports;
import dev.seventouch.intake.imports.ImportsUnreachable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The collection {@code imports}: one document a list. */
@Component
final class MongoImports implements Imports {
    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<ImportDocument> imports;

    MongoImports(MongoDatabase database) {
        this.imports = database.getCollection("imports", ImportDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withWTimeout(2, TimeUnit.SECONDS));
    }

    @Override
    public Import addOrFind(Import ordered, String instance) {
        return asked(() -> {
            try {
                imports.insertOne(
                        new ImportDocument(
                                ordered.id(), instance, ordered.order(), ordered.progress(), ordered.stopped()),
                        new InsertOneOptions());
                return ordered;
            } catch (MongoException e) {
                if (e.getCode() == DUPLICATE_KEY) {
                    return find(ordered.id()).orElse(ordered);
                }
                throw e;
            }
        });
    }

    @Override
    public boolean save(Import changed) {
        return asked(() -> {
            ImportDocument kept = imports.findOneAndUpdate(
                    Filters.eq("_id", changed.id()),
                    Updates.set("progress", changed.progress()),
                    new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
            return kept != null && !kept.toImport().stopped();
        });
    }

    @Override
    public void stop(String id, boolean stopped) {
        asked(() -> imports.updateOne(Filters.eq("_id", id), Updates.set("stopped", stopped)));
    }

    @Override
    public Optional<Import> find(String id) {
        return asked(() ->
                Optional.ofNullable(imports.find(Filters.eq("_id", id)).first()).map(ImportDocument::toImport));
    }

    @Override
    public List<Import> newest(int most) {
        return asked(() -> imports.find()
                .sort(Sorts.descending("progress.receivedAt"))
                .limit(most)
                .map(ImportDocument::toImport)
                .into(new ArrayList<>()));
    }

    @Override
    public List<Import> unfinished(String instance) {
        return asked(() -> imports.find(Filters.and(
                        Filters.eq("instance", instance),
                        Filters.ne("stopped", true),
                        Filters.in("progress.state", State.CHECKING.name(), State.RUNNING.name())))
                .sort(Sorts.ascending("progress.receivedAt"))
                .map(ImportDocument::toImport)
                .into(new ArrayList<>()));
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoException e) {
            throw new ImportsUnreachable(e);
        }
    }
}
