package dev.seventouch.intake.form;

/** Where forms are published. */
public interface FormPress {

    /** @throws dev.seventouch.service.stream.LogUnreachable if it is not certain that it was kept */
    void publish(String id, String source);

    /** @throws dev.seventouch.service.stream.LogUnreachable if it is not certain that it was kept */
    void withdraw(String id);

    /** Whether all that was published before the start is known by now. */
    boolean hasReadAll();
}
