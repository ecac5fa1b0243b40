package dev.seventouch.engine.faults;

import dev.seventouch.engine.EngineApplication;

/** The engine in a process of its own, told everything by its environment and by properties as arguments. */
final class EngineProcess {
    private EngineProcess() {}

    public static void main(String[] arguments) {
        Lifeline.hold();
        EngineApplication.application().run(arguments);
    }
}
