package dev.seventouch.engine.faults;

import org.junit.jupiter.api.Test;

class EngineKilledIT {
    private static final int LEADS = Integer.getInteger("faults.leads", 10_000);

    /** Otherwise most of a release is in one transaction, and there is no midst of it. */
    private static final String MANY_ROUNDS = "--seventouch.engine.budget=2ms";

    @Test
    void what_is_due_while_the_engine_is_killed_comes_once() throws Exception {
        try (House house = House.open("engine-killed", Plans.TWO_MAILS);
                Release release = new Release(LEADS, house)) {
            Engine engine = house.startEngine("engine-1", MANY_ROUNDS);

            release.captureAll();
            release.awaitFirstTouches(30);
            killAndStart(engine);
            release.awaitFirstTouches(100);

            release.deferAllToOneMoment();
            release.awaitTouchedAgain(10);
            killAndStart(engine);
            release.awaitTouchedAgain(60);
            killAndStart(engine);

            release.everyTouchCameOnce();
        }
    }

    private static void killAndStart(Engine engine) {
        engine.kill();
        engine.start();
    }
}
