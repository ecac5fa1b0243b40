package dev.seventouch.intake.form;

/** Whether there is such a form can't be told yet: the topic has not been read to its end since the start. */
final class NotReady extends RuntimeException {
    NotReady() {
        super("the topic of forms has not been read to its end", null, false, false);
    }
}
