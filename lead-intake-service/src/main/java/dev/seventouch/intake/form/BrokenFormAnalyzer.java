package dev.seventouch.intake.form;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A form's author reads one sentence, not a stack trace. */
final class BrokenFormAnalyzer extends AbstractFailureAnalyzer<BrokenForm> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BrokenForm broken) {
        return new FailureAnalysis(String.valueOf(broken.getMessage()), "Mend the file and start again.", broken);
    }
}
