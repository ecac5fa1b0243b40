package dev.seventouch.intake.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.service.web.FieldProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What became of leads that were sent together.
 *
 * @param results one for each lead, in the order in which they were sent
 */
record BatchAnswer(int accepted, int refused, List<Result> results) {

    /**
     * @param position in the list that was sent, from 0
     * @param status as it would have been for this lead alone: 202 or 400
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Result(
            int position,
            int status,
            @Nullable LeadId leadId,
            @Nullable List<FieldProblem> errors) {

        static Result accepted(int position, LeadId lead) {
            return new Result(position, HttpStatus.ACCEPTED.value(), lead, null);
        }

        static Result refused(int position, List<FieldProblem> errors) {
            return new Result(position, HttpStatus.BAD_REQUEST.value(), null, errors);
        }
    }

    static BatchAnswer of(List<Result> results) {
        int accepted = (int) results.stream()
                .filter(each -> each.status() == HttpStatus.ACCEPTED.value())
                .count();
        return new BatchAnswer(accepted, results.size() - accepted, results);
    }
}
