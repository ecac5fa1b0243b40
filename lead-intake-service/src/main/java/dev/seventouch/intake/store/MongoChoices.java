package dev.seventouch.intake.store;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.intake.link.Choices;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The collection {@code choices}: one document for each lead that chose something. */
@Component
final class MongoChoices implements Choices {
    private final MongoCollection<ChoiceDocument> choices;

    MongoChoices(MongoDatabase database) {
        this.choices = database.getCollection("choices", ChoiceDocument.class);
    }

    @Override
    public Optional<Choice> of(LeadId lead) {
        try {
            return Optional.ofNullable(
                            choices.find(Filters.eq("_id", lead.value())).first())
                    .map(ChoiceDocument::toChoice);
        } catch (MongoException e) {
            throw new ChoicesUnreachable(e);
        }
    }

    @Override
    public void take(List<Signal> signals) {
        List<Signal> chosen = signals.stream().filter(Choice::isOne).toList();
        if (chosen.isEmpty()) {
            return;
        }
        try {
            Map<String, Choice> after = new LinkedHashMap<>();
            for (ChoiceDocument known : choices.find(Filters.in(
                    "_id", chosen.stream().map(signal -> signal.lead().value()).toList()))) {
                after.put(known.lead(), known.toChoice());
            }
            chosen.forEach(signal ->
                    after.merge(signal.lead().value(), Choice.NONE.with(signal), (before, _) -> before.with(signal)));
            choices.bulkWrite(
                    after.entrySet().stream()
                            .map(each -> new ReplaceOneModel<>(
                                    Filters.eq("_id", each.getKey()),
                                    ChoiceDocument.of(each.getKey(), each.getValue()),
                                    new ReplaceOptions().upsert(true)))
                            .toList(),
                    new BulkWriteOptions().ordered(false));
        } catch (MongoException e) {
            throw new ChoicesUnreachable(e);
        }
    }

    @Override
    public void forget(Collection<LeadId> leads) {
        if (leads.isEmpty()) {
            return;
        }
        try {
            choices.deleteMany(
                    Filters.in("_id", leads.stream().map(LeadId::value).toList()));
        } catch (MongoException e) {
            throw new ChoicesUnreachable(e);
        }
    }
}
