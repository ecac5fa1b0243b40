package dev.seventouch.engine.web;

import dev.seventouch.engine.enrollment.NotYet;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What can't be told while the engine is starting, or its partitions are moving. */
@RestControllerAdvice
@Order(0) // before the advice of all services, which would take it for a fault
final class EngineAdvice {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notYet(NotYet notYet) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, notYet.getMessage() + ".");
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, "2")
                .body(problem);
    }
}
