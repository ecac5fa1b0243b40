package dev.seventouch.intake.form;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The problems that only forms have, as {@code application/problem+json} (RFC 9457). */
@RestControllerAdvice
@Order(0) // before the advice of all services, which would take them for faults
final class FormAdvice {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notReady(NotReady early) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Whether there is such a form can't be told yet; please send it again in a few seconds."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooOften(TooOften haste) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, haste.retryAfter())
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "That was too quick, or too often; please send it again in " + haste.retryAfter() + " s."));
    }
}
