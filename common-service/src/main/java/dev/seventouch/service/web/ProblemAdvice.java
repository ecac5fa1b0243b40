package dev.seventouch.service.web;

import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import dev.seventouch.events.wire.JsonFault;
import dev.seventouch.service.stream.LogUnreachable;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error as {@code application/problem+json} (RFC 9457) that names the field and the cure. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badRequest(BadRequest mistake) {
        return answer(HttpStatus.BAD_REQUEST, withErrors(mistake.problems()));
    }

    /** Whatever stands behind the question mark, or in the body of a page's form. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadableParameters(InvalidParameterException unreadable) {
        return badRequest(new BadRequest(
                "parameters", "can't be read: write them as name=value, joined by \"&\", with \"%\" only as in %20"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notFound(NotFound missing) {
        return answer(
                HttpStatus.NOT_FOUND,
                ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(missing.getMessage())));
    }

    @ExceptionHandler({LogUnreachable.class, MongoTimeoutException.class, MongoSocketException.class})
    ResponseEntity<ProblemDetail> unreachable(RuntimeException outage) {
        log.warn("answered 503: {}", outage.getMessage(), outage);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "Not done; please send it again in a few seconds.");
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(problem);
    }

    /** What nobody foresaw: the log has all of it, the client a sentence. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unforeseen(Exception fault) {
        log.error("answered 500", fault);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.INTERNAL_SERVER_ERROR, "Something is wrong here; it has been logged."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        FieldProblem problem = JsonFault.behind(unreadable)
                .map(fault -> new FieldProblem(fault.path().isEmpty() ? "body" : fault.path(), fault.what()))
                .orElse(new FieldProblem("body", "is missing or can't be read"));
        return handleExceptionInternal(unreadable, withErrors(List.of(problem)), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> problems = invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> new FieldProblem(error.getField(), messageOf(error.getDefaultMessage())))
                .toList();
        return handleExceptionInternal(invalid, withErrors(problems), headers, status, request);
    }

    private static String messageOf(@Nullable String message) {
        return message == null ? "is not valid" : message;
    }

    private static ProblemDetail withErrors(List<FieldProblem> problems) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST,
                problems.size() == 1
                        ? problems.getFirst().field() + ": "
                                + problems.getFirst().message()
                        : problems.size() + " fields are not valid; see errors.");
        problem.setProperty("errors", problems);
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status, ProblemDetail problem) {
        return ResponseEntity.status(status).body(problem);
    }
}
