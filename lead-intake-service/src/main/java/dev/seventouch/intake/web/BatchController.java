package dev.seventouch.intake.web;

import dev.seventouch.intake.body.JsonFields;
import dev.seventouch.intake.capture.Capture;
import dev.seventouch.intake.capture.Capture.Verdict;
import dev.seventouch.intake.idempotency.Once;
import dev.seventouch.intake.lead.Submission;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.FieldProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Many leads in one request, for operators: each is answered on its own. */
@RestController
final class BatchController {
    private static final String PATH = "/api/v1/leads/batch";
    private static final int MOST_LEADS = 1000;
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final Bodies bodies;
    private final Capture capture;
    private final Once once;

    BatchController(Bodies bodies, Capture capture, Once once) {
        this.bodies = bodies;
        this.capture = capture;
        this.once = once;
    }

    /** What one element of the list is: a submission, or wrong already as it stands. */
    private sealed interface Element {
        record Readable(Submission submission) implements Element {}

        record Wrong(List<FieldProblem> problems) implements Element {}
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BatchAnswer> take(
            @RequestHeader(name = Once.HEADER, required = false) @Nullable String key, HttpServletRequest request)
            throws IOException {
        byte[] body = Bodies.bytes(request, MOST_BYTES);
        BatchAnswer answer = once.under(key, PATH, body, (at, isDone) -> {
            List<Element> elements = elements(bodies.json(body), at);
            List<Submission> submissions = elements.stream()
                    .filter(Element.Readable.class::isInstance)
                    .map(readable -> ((Element.Readable) readable).submission())
                    .toList();
            return answer(elements, isDone ? capture.identify(submissions) : capture.takeEach(submissions, at, "api"));
        });
        // Whoever looks at the status only must see that not all is well.
        return ResponseEntity.status(answer.refused() == 0 ? HttpStatus.ACCEPTED : HttpStatus.MULTI_STATUS)
                .body(answer);
    }

    private static List<Element> elements(JsonFields body, Instant at) {
        body.onlyKnown("leads").refuseIfWrong();
        return body.objects("leads", "lead", MOST_LEADS).stream()
                .map(lead -> element(lead, at))
                .toList();
    }

    private static Element element(JsonFields lead, Instant at) {
        try {
            return new Element.Readable(LeadReader.read(lead, at));
        } catch (BadRequest wrong) {
            return new Element.Wrong(wrong.problems());
        }
    }

    private static BatchAnswer answer(List<Element> elements, List<Verdict> onReadable) {
        Iterator<Verdict> verdicts = onReadable.iterator();
        List<BatchAnswer.Result> results = new ArrayList<>(elements.size());
        for (Element element : elements) {
            int position = results.size();
            results.add(
                    switch (element) {
                        case Element.Wrong(var problems) -> BatchAnswer.Result.refused(position, problems);
                        case Element.Readable _ -> result(position, verdicts.next());
                    });
        }
        return BatchAnswer.of(results);
    }

    private static BatchAnswer.Result result(int position, Verdict verdict) {
        try {
            return BatchAnswer.Result.accepted(position, Capture.accepted(verdict));
        } catch (BadRequest refused) {
            return BatchAnswer.Result.refused(position, refused.problems());
        }
    }
}
