package dev.seventouch.engine.faults;

import org.junit.jupiter.api.Test;

class BrokerKilledIT {
    private static final int LEADS = Integer.getInteger("faults.leads", 5_000);

    @Test
    void what_is_due_while_the_broker_is_killed_comes_once() throws Exception {
        try (House house = House.open("broker-killed", Plans.TWO_MAILS);
                Release release = new Release(LEADS, house)) {
            house.startEngine("engine-1");

            release.captureAll();
            release.awaitFirstTouches(30);
            killAndStart(house.broker());
            release.awaitFirstTouches(100);

            release.deferAllToOneMoment();
            release.awaitTouchedAgain(10);
            killAndStart(house.broker());
            release.awaitTouchedAgain(60);
            killAndStart(house.broker());

            release.everyTouchCameOnce();
        }
    }

    private static void killAndStart(Broker broker) {
        broker.kill();
        broker.start();
    }
}
