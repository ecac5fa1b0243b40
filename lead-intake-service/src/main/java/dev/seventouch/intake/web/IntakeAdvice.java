package dev.seventouch.intake.web;

import dev.seventouch.intake.audit.AuditUnreachable;
import dev.seventouch.intake.capture.ViewUnreachable;
import dev.seventouch.intake.erasure.ErasuresUnreachable;
import dev.seventouch.intake.idempotency.KeyReused;
import dev.seventouch.intake.idempotency.KeysUnreachable;
import dev.seventouch.intake.idempotency.Once;
import dev.seventouch.intake.idempotency.TooManyKeys;
import dev.seventouch.intake.imports.ImportsUnreachable;
import dev.seventouch.intake.imports.Spool;
import dev.seventouch.intake.mailbox.InboxUnreachable;
import dev.seventouch.intake.outbox.NotKept;
import dev.seventouch.intake.suppression.LedgerUnreachable;
import dev.seventouch.service.web.FieldProblem;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** The problems that only intake has, as {@code application/problem+json} (RFC 9457). */
@RestControllerAdvice
@Order(0) // before the advice of all services, which would take them for faults
final class IntakeAdvice {
    private static final Logger log = LoggerFactory.getLogger(IntakeAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(BodyTooLarge mistake) {
        return problem(
                HttpStatus.CONTENT_TOO_LARGE,
                new FieldProblem("body", "is too large; at most " + mistake.most() / 1024 + " KB are taken"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(Spool.TooLarge mistake) {
        return problem(
                HttpStatus.CONTENT_TOO_LARGE,
                new FieldProblem(
                        "body", "is too large; at most " + (mistake.most() >> 20) + " MB are taken at a time"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongParameter(MethodArgumentTypeMismatchException mistake) {
        Class<?> wanted = mistake.getRequiredType();
        return problem(
                HttpStatus.BAD_REQUEST,
                new FieldProblem(
                        mistake.getName(),
                        wanted == boolean.class ? "must be true or false" : "can't be read as what it has to be"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongType(HttpMediaTypeNotSupportedException mistake) {
        String wanted = String.join(
                " or ",
                mistake.getSupportedMediaTypes().stream()
                        .map(MediaType::toString)
                        .toList());
        return problem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                new FieldProblem("Content-Type", "is not taken here; send " + wanted));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> reused(KeyReused mistake) {
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                new FieldProblem(Once.HEADER, "was sent with another body before; take a new key for a new request"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooManyKeys mistake) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.TOO_MANY_REQUESTS,
                "Too many keys of the last 24 hours are kept; send several leads under one key, or none at all.");
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, "60")
                .body(problem);
    }

    @ExceptionHandler({
        NotKept.class,
        ErasuresUnreachable.class,
        ImportsUnreachable.class,
        KeysUnreachable.class,
        AuditUnreachable.class,
        ViewUnreachable.class,
        LedgerUnreachable.class,
        InboxUnreachable.class
    })
    ResponseEntity<ProblemDetail> unreachable(RuntimeException outage) {
        log.warn("answered 503: {}", outage.getMessage(), outage);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "It could not be kept; please send it again in a few seconds.");
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(problem);
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, FieldProblem field) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, field.field() + ": " + field.message());
        problem.setProperty("errors", List.of(field));
        return ResponseEntity.status(status).body(problem);
    }
}
