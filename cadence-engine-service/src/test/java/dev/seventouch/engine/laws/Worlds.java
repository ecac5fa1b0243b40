package dev.seventouch.engine.laws;

import dev.seventouch.engine.cadence.Audience;
import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.laws.World.Edition;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.library.LibraryItem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Draws worlds. */
final class Worlds {
    private static final long FIRST_YEAR = Instant.parse("2008-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST_YEAR = Instant.parse("2036-01-01T00:00:00Z").getEpochSecond();

    private Worlds() {}

    static World draw(Dice dice) {
        Instant start = start(dice);
        LocalDate today = LocalDate.ofInstant(start, ZoneOffset.UTC);
        List<Edition> editions = new ArrayList<>();
        Plans plans = new Plans(dice, today);
        boolean hasCustomers = dice.oneIn(2);
        Cadence plan =
                plans.draw("plan", new Audience(Set.of("website"), dice.oneIn(3)), hasCustomers ? "customers" : null);
        editions.add(new Edition(plan, false));
        if (dice.oneIn(4)) {
            editions.add(new Edition(plans.draw("fair", new Audience(Set.of("fair"), false), null), false));
        }
        if (hasCustomers) {
            editions.add(new Edition(plans.draw("customers", new Audience(Set.of(), false), null), false));
        }
        int atFirst = dice.oneIn(12) ? dice.between(0, editions.size() - 1) : editions.size();
        int versions = dice.oneOf(0, 0, 1, 2);
        for (int i = 0; i < versions; i++) {
            plan = plans.revise(plan);
            editions.add(new Edition(plan, !dice.oneIn(3)));
        }
        List<LibraryItem> items = Items.draw(dice, today);
        List<Lead> facts = Leads.draw(dice, start);
        return new World(
                editions, atFirst, items, dice.oneIn(3) ? dice.between(0, items.size()) : items.size(), facts, start);
    }

    /** Any time, but more often shortly before clocks change somewhere or a year ends. */
    private static Instant start(Dice dice) {
        Instant any = Instant.ofEpochSecond(dice.between(FIRST_YEAR, LAST_YEAR));
        return switch (dice.between(0, 5)) {
            case 0, 1 -> beforeAChange(dice, any);
            case 2 ->
                LocalDate.of(LocalDate.ofInstant(any, ZoneOffset.UTC).getYear(), 12, 10)
                        .atStartOfDay(ZoneOffset.UTC)
                        .plusMinutes(dice.between(0, 30 * 24 * 60))
                        .toInstant();
            default -> any;
        };
    }

    private static Instant beforeAChange(Dice dice, Instant any) {
        ZoneId zone = dice.oneOf(Leads.ZONES);
        ZoneOffsetTransition next = zone.getRules().nextTransition(any);
        return next == null ? any : next.getInstant().minus(Duration.ofMinutes(dice.between(0, 6 * 24 * 60)));
    }
}
