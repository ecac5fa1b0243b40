package dev.seventouch.engine.laws;

import dev.seventouch.engine.cadence.Action;
import dev.seventouch.engine.cadence.After;
import dev.seventouch.engine.cadence.Again;
import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.Delay;
import dev.seventouch.engine.cadence.Entry;
import dev.seventouch.engine.cadence.OptIn;
import dev.seventouch.engine.cadence.Phase;
import dev.seventouch.engine.cadence.Release;
import dev.seventouch.engine.cadence.Rules;
import dev.seventouch.engine.cadence.Scoring;
import dev.seventouch.engine.cadence.Season;
import dev.seventouch.engine.cadence.Step;
import dev.seventouch.engine.cadence.Turn;
import dev.seventouch.engine.cadence.Waits;
import dev.seventouch.engine.laws.World.Edition;
import dev.seventouch.engine.policy.ContactHours;
import dev.seventouch.engine.policy.ContactTime;
import dev.seventouch.engine.policy.Limits;
import dev.seventouch.engine.policy.Window;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.library.LibraryItem;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Worlds that are plainer than another by one thing. */
final class Plainer {
    private static final Limits FEW = new Limits(Duration.ZERO, 50);
    private static final ContactHours BUSINESS =
            new ContactHours(Altered.ALWAYS.days(), LocalTime.of(9, 0), LocalTime.of(17, 0));

    private Plainer() {}

    static List<World> than(World world) {
        return Stream.of(editions(world), plans(world), items(world), facts(world))
                .flatMap(List::stream)
                .filter(plainer -> !plainer.equals(world))
                .toList();
    }

    // ---- what is published

    private static List<World> editions(World world) {
        List<World> worlds = new ArrayList<>();
        for (int i = world.editions().size() - 1; i >= 0; i--) {
            List<Edition> fewer = without(world.editions(), i);
            worlds.add(with(world, fewer, i < world.atFirst() ? world.atFirst() - 1 : world.atFirst()));
        }
        worlds.add(with(world, world.editions(), world.editions().size()));
        return worlds;
    }

    private static World with(World world, List<Edition> editions, int atFirst) {
        return new World(editions, atFirst, world.items(), world.inStock(), world.facts(), world.start());
    }

    private static List<World> plans(World world) {
        List<World> worlds = new ArrayList<>();
        for (int i = 0; i < world.editions().size(); i++) {
            Edition edition = world.editions().get(i);
            for (Cadence plainer : plainer(edition.cadence())) {
                List<Edition> editions = new ArrayList<>(world.editions());
                editions.set(i, new Edition(plainer, edition.migrates()));
                worlds.add(with(world, editions, world.atFirst()));
            }
        }
        return worlds;
    }

    private static List<Cadence> plainer(Cadence cadence) {
        List<Cadence> plainer = new ArrayList<>();
        for (int i = cadence.seasons().size() - 1; i >= 0; i--) {
            plainer.add(Altered.seasons(cadence, without(cadence.seasons(), i)));
        }
        for (int i = cadence.steps().size() - 1; i >= 0 && cadence.steps().size() > 1; i--) {
            plainer.add(Altered.steps(cadence, without(cadence.steps(), i)));
        }
        for (int i = cadence.phases().size() - 2; i >= 0; i--) {
            plainer.add(Altered.phases(cadence, without(cadence.phases(), i)));
        }
        entry(cadence, plainer);
        rules(cadence, plainer);
        touches(cadence, plainer);
        return plainer;
    }

    private static void entry(Cadence cadence, List<Cadence> plainer) {
        Entry entry = cadence.entry();
        plainer.add(Altered.entry(cadence, new Entry(entry.audience(), entry.again(), entry.optIn(), null)));
        plainer.add(Altered.entry(cadence, new Entry(entry.audience(), Again.NEVER, entry.optIn(), entry.customers())));
        plainer.add(Altered.entry(cadence, new Entry(entry.audience(), entry.again(), OptIn.USUAL, entry.customers())));
    }

    private static void rules(Cadence cadence, List<Cadence> plainer) {
        Rules rules = cadence.rules();
        ContactTime time = rules.time();
        plainer.add(Altered.time(cadence, new ContactTime(time.hours(), time.fallback(), List.of(), time.quiet())));
        plainer.add(Altered.time(cadence, new ContactTime(time.hours(), time.fallback(), time.holidays(), List.of())));
        plainer.add(
                Altered.time(cadence, new ContactTime(time.hours(), ZoneOffset.UTC, time.holidays(), time.quiet())));
        plainer.add(Altered.hours(cadence, Altered.ALWAYS));
        if (!time.hours().equals(Altered.ALWAYS)) {
            plainer.add(Altered.hours(cadence, BUSINESS));
            plainer.add(Altered.hours(
                    cadence,
                    new ContactHours(
                            Altered.ALWAYS.days(),
                            time.hours().opens(),
                            time.hours().closes())));
        }
        plainer.add(Altered.limits(cadence, FEW));
        Limits limits = rules.limits();
        plainer.add(Altered.limits(cadence, new Limits(limits.gap(), limits.perWeek(), null)));
        plainer.add(Altered.limits(cadence, new Limits(limits.gap(), FEW.perWeek(), limits.perMonth())));
        plainer.add(Altered.limits(cadence, new Limits(FEW.gap(), limits.perWeek(), limits.perMonth())));
        plainer.add(Altered.release(cadence, Release.AT_ONCE));
        plainer.add(
                Altered.rules(cadence, new Rules(time, rules.limits(), rules.release(), Waits.USUAL, rules.scoring())));
        plainer.add(
                Altered.rules(cadence, new Rules(time, rules.limits(), rules.release(), rules.waits(), Scoring.USUAL)));
    }

    // ---- touches

    private static void touches(Cadence cadence, List<Cadence> plainer) {
        for (int i = 0; i < cadence.steps().size(); i++) {
            for (Step step : plainer(cadence.steps().get(i), i == 0)) {
                plainer.add(Altered.steps(cadence, with(cadence.steps(), i, step)));
            }
        }
        for (int i = 0; i < cadence.phases().size(); i++) {
            for (Phase phase : plainer(cadence.phases().get(i))) {
                plainer.add(Altered.phases(cadence, with(cadence.phases(), i, phase)));
            }
        }
        for (int i = 0; i < cadence.seasons().size(); i++) {
            Season season = cadence.seasons().get(i);
            for (Turn turn : plainer(season.turn(), season.key())) {
                plainer.add(Altered.seasons(
                        cadence,
                        with(cadence.seasons(), i, new Season(season.key(), season.dates(), Window.ANY, turn))));
            }
        }
    }

    private static List<Step> plainer(Step step, boolean first) {
        List<Step> plainer = new ArrayList<>();
        After.Previous nextDay = new After.Previous(first ? Delay.NONE : new Delay.Days(1));
        plainer.add(new Step(step.key(), nextDay, step.window(), step.turn()));
        plainer.add(new Step(step.key(), step.after(), Window.ANY, step.turn()));
        for (Turn turn : plainer(step.turn(), step.key())) {
            plainer.add(new Step(step.key(), step.after(), step.window(), turn));
        }
        return plainer;
    }

    private static List<Phase> plainer(Phase phase) {
        List<Phase> plainer = new ArrayList<>();
        plainer.add(new Phase(phase.key(), new Delay.Days(30), phase.until(), phase.window(), phase.rotation()));
        plainer.add(new Phase(phase.key(), phase.every(), phase.until(), Window.ANY, phase.rotation()));
        for (int i = phase.rotation().size() - 1; i >= 0 && phase.rotation().size() > 1; i--) {
            plainer.add(
                    new Phase(phase.key(), phase.every(), phase.until(), phase.window(), without(phase.rotation(), i)));
        }
        for (int i = 0; i < phase.rotation().size(); i++) {
            for (Turn turn : plainer(phase.rotation().get(i), phase.key())) {
                plainer.add(new Phase(
                        phase.key(), phase.every(), phase.until(), phase.window(), with(phase.rotation(), i, turn)));
            }
        }
        return plainer;
    }

    private static List<Turn> plainer(Turn turn, String key) {
        List<Turn> plainer = new ArrayList<>();
        plainer.add(Turn.of(new Action.Fixed(Channel.EMAIL, Content.template(key), "because of " + key)));
        plainer.add(Turn.of(turn.action()));
        if (turn.otherwise() != null) {
            plainer.add(Turn.of(turn.otherwise()));
        }
        return plainer;
    }

    // ---- the library and the lead

    private static List<World> items(World world) {
        List<World> worlds = new ArrayList<>();
        int inStock = world.inStock();
        for (int i = world.items().size() - 1; i >= 0; i--) {
            List<LibraryItem> fewer = without(world.items(), i);
            worlds.add(new World(
                    world.editions(),
                    world.atFirst(),
                    fewer,
                    i < inStock ? inStock - 1 : inStock,
                    world.facts(),
                    world.start()));
        }
        for (int i = 0; i < world.items().size(); i++) {
            LibraryItem plain = Items.plain(world.items().get(i));
            if (plain != null) {
                worlds.add(new World(
                        world.editions(),
                        world.atFirst(),
                        with(world.items(), i, plain),
                        inStock,
                        world.facts(),
                        world.start()));
            }
        }
        return worlds;
    }

    private static List<World> facts(World world) {
        List<World> worlds = new ArrayList<>();
        Function<List<Lead>, World> with = facts ->
                new World(world.editions(), world.atFirst(), world.items(), world.inStock(), facts, world.start());
        for (int i = world.facts().size() - 1; i > 0; i--) {
            worlds.add(with.apply(without(world.facts(), i)));
        }
        for (int i = 0; i < world.facts().size(); i++) {
            Lead lead = world.facts().get(i);
            worlds.add(with.apply(with(world.facts(), i, Leads.plain(lead, ZoneOffset.UTC))));
            worlds.add(with.apply(
                    with(world.facts(), i, Leads.plain(lead, lead.contact().zone()))));
        }
        return worlds;
    }

    private static <T> List<T> without(List<T> all, int index) {
        List<T> fewer = new ArrayList<>(all);
        fewer.remove(index);
        return fewer;
    }

    private static <T> List<T> with(List<T> all, int index, T one) {
        List<T> others = new ArrayList<>(all);
        others.set(index, one);
        return others;
    }
}
