package dev.seventouch.intake.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.seventouch.intake.imports.Import;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An import and how far it has come.
 *
 * @param mapping what each column means, by its heading
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportAnswer(
        String importId,
        String state,
        @Nullable String why,
        String source,
        boolean dryRun,
        String delimiter,
        String encoding,
        Map<String, String> mapping,
        long total,
        long rows,
        long accepted,
        long merged,
        long rejected,
        long rowsPerSecond,
        @Nullable Long secondsLeft,
        Instant receivedAt,
        @Nullable Instant finishedAt) {

    static ImportAnswer of(Import each) {
        Import.Order order = each.order();
        Import.Progress progress = each.progress();
        Map<String, String> mapping = new LinkedHashMap<>();
        for (int i = 0; i < order.columns().size(); i++) {
            mapping.putIfAbsent(order.columns().get(i), order.mapping().get(i));
        }
        return new ImportAnswer(
                each.id(),
                stateOf(each),
                progress.why(),
                order.source(),
                order.dryRun(),
                order.delimiter(),
                order.encoding(),
                mapping,
                progress.total(),
                progress.rows(),
                progress.accepted(),
                progress.merged(),
                progress.rejected(),
                Math.round(progress.rowsPerSecond()),
                progress.secondsLeft(),
                progress.receivedAt(),
                progress.finishedAt());
    }

    private static String stateOf(Import each) {
        boolean stopped = each.stopped() && !each.progress().isOver();
        return stopped ? "stopped" : each.progress().state().name().toLowerCase(Locale.ROOT);
    }
}
