package dev.seventouch.desk.store;

import dev.seventouch.desk.task.Completion;
import dev.seventouch.events.touch.TouchId;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** What a person answered to a touch, as it is kept: the first answer only. */
public record CompletionDocument(
        @BsonId String touch, String by, @Nullable String answer, Instant at) {

    static CompletionDocument of(Completion completion) {
        return new CompletionDocument(
                completion.touch().value(), completion.by(), completion.answer(), completion.at());
    }

    Completion completion() {
        return new Completion(new TouchId(touch), by, answer, at);
    }
}
