package dev.seventouch.engine.faults;

import org.junit.jupiter.api.Test;

class EngineKilledIT {
    private static final int LEADS = Integer.getInteger("faults.leads", 10_000);

    @Test
    void what_is_due_while_the_engine_is_killed_comes_once() throws Exception {
        try (House house = House.open("engine-killed", Plans.TWO_MAILS);
                Release release = new Release(LEADS, house)) {
            Engine engine = house.startEngine("engine-1");

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
