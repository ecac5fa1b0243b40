package dev.seventouch.desk.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import dev.seventouch.desk.page.Page;
import dev.seventouch.desk.task.Completion;
import dev.seventouch.desk.task.Task;
import dev.seventouch.desk.task.TaskQuery;
import dev.seventouch.desk.task.TaskState;
import dev.seventouch.desk.task.Tasks;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.TouchId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/** Tasks in the collection {@code tasks}, what was answered to them in {@code completions}; both by the touch's id. */
public final class MongoTasks implements Tasks {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final String LEAD = "lead";
    private static final String OWNER = "owner";
    private static final String RANK = "rank";
    private static final String STATE = "state";

    private final MongoCollection<TaskDocument> tasks;
    private final MongoCollection<CompletionDocument> completions;

    public MongoTasks(MongoDatabase database) {
        this.tasks = database.getCollection("tasks", TaskDocument.class);
        this.completions = database.getCollection("completions", CompletionDocument.class);
        tasks.createIndex(Indexes.ascending(STATE, RANK));
        tasks.createIndex(Indexes.ascending(LEAD, STATE, RANK));
        tasks.createIndex(Indexes.ascending(OWNER, STATE, RANK));
    }

    @Override
    public void add(List<Task> added) {
        if (!added.isEmpty()) {
            tasks.bulkWrite(added.stream()
                    .map(TaskDocument::of)
                    .map(document -> new UpdateOneModel<TaskDocument>(
                            eq(Records.ID, document.touch()), onInsert(document), UPSERT))
                    .toList());
        }
    }

    @Override
    public Map<TouchId, Task> find(Collection<TouchId> touches) {
        Map<TouchId, Task> found = new HashMap<>();
        if (!touches.isEmpty()) {
            tasks.find(Records.isOneOf(Records.ID, touches))
                    .map(TaskDocument::task)
                    .forEach(task -> found.put(task.id(), task));
        }
        return found;
    }

    @Override
    public List<Task> openOf(Collection<LeadId> leads) {
        return leads.isEmpty()
                ? List.of()
                : tasks.find(and(Records.isOneOf(LEAD, leads), eq(STATE, TaskState.OPEN)))
                        .map(TaskDocument::task)
                        .into(new ArrayList<>());
    }

    @Override
    public void settle(List<Task> settled) {
        if (!settled.isEmpty()) {
            tasks.bulkWrite(settled.stream()
                    .map(TaskDocument::of)
                    .map(document -> new UpdateOneModel<TaskDocument>(
                            eq(Records.ID, document.touch()),
                            combine(
                                    set(STATE, document.state()),
                                    set("closedWhy", document.closedWhy()),
                                    set("by", document.by()),
                                    set("answer", document.answer()),
                                    set("completedAt", document.completedAt()),
                                    set(RANK, document.rank()))))
                    .toList());
        }
    }

    @Override
    public void complete(List<Completion> completed) {
        if (!completed.isEmpty()) {
            completions.bulkWrite(completed.stream()
                    .map(CompletionDocument::of)
                    .map(document -> new UpdateOneModel<CompletionDocument>(
                            eq(Records.ID, document.touch()), onInsert(document), UPSERT))
                    .toList());
        }
    }

    @Override
    public Map<TouchId, Completion> completionsOf(Collection<TouchId> touches) {
        Map<TouchId, Completion> found = new HashMap<>();
        if (!touches.isEmpty()) {
            completions
                    .find(Records.isOneOf(Records.ID, touches))
                    .map(CompletionDocument::completion)
                    .forEach(completion -> found.put(completion.touch(), completion));
        }
        return found;
    }

    @Override
    public Page<Task> page(TaskQuery query) {
        List<Bson> wanted = new ArrayList<>();
        wanted.add(eq(STATE, query.state()));
        if (query.lead() != null) {
            wanted.add(eq(LEAD, query.lead().value()));
        }
        if (query.owner() != null) {
            wanted.add(eq(OWNER, query.owner()));
        }
        if (query.after() != null) {
            wanted.add(gt(RANK, query.after()));
        }
        List<TaskDocument> found = tasks.find(and(wanted))
                .sort(Sorts.ascending(RANK))
                .limit(query.limit() + 1)
                .into(new ArrayList<>());
        return Page.of(found, query.limit(), TaskDocument::rank).map(TaskDocument::task);
    }

    @Override
    public void erase(Collection<LeadId> leads) {
        List<String> touches = tasks.find(Records.isOneOf(LEAD, leads))
                .map(TaskDocument::touch)
                .into(new ArrayList<>());
        completions.deleteMany(Records.isOneOf(Records.ID, touches));
        tasks.deleteMany(Records.isOneOf(LEAD, leads));
    }

    private static Bson onInsert(Object document) {
        return new BsonDocument("$setOnInsert", Records.fields(document));
    }
}
