package dev.seventouch.engine.faults;

import org.junit.jupiter.api.Test;

class BrokerKilledIT {
    private static final int LEADS = Integer.getInteger("faults.leads", 5_000);

    /** Otherwise most of a release is in one transaction, and there is no midst of it. */
    private static final String MANY_ROUNDS = "--seventouch.engine.budget=2ms";

    @Test
    void what_is_due_while_the_broker_is_killed_comes_once() throws Exception {
        try (House house = House.open("broker-killed", Plans.TWO_MAILS);
                Release release = new Release(LEADS, house)) {
            house.startEngine("engine-1", MANY_ROUNDS);

            release.captureAll();
            release.awaitFirstTouches(30);
            killAndStart(house.broker());
            release.awaitFirstTouches(100);

            release.deferAllToOneMoment();
            release.awaitTouchedAgain(10);
            killAndStart(house.broker());
            release.awaitTouchedAgain(35);
            killAndStart(house.broker());

            release.everyTouchCameOnce();
        }
    }

    private static void killAndStart(Broker broker) {
        broker.kill();
        broker.start();
    }
}
