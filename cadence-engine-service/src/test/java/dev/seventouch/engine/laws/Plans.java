package dev.seventouch.engine.laws;

import dev.seventouch.engine.cadence.Action;
import dev.seventouch.engine.cadence.After;
import dev.seventouch.engine.cadence.Again;
import dev.seventouch.engine.cadence.Audience;
import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Delay;
import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.cadence.Entry;
import dev.seventouch.engine.cadence.OptIn;
import dev.seventouch.engine.cadence.Phase;
import dev.seventouch.engine.cadence.Release;
import dev.seventouch.engine.cadence.Rules;
import dev.seventouch.engine.cadence.Scoring;
import dev.seventouch.engine.cadence.Season;
import dev.seventouch.engine.cadence.Step;
import dev.seventouch.engine.cadence.Term;
import dev.seventouch.engine.cadence.Terms;
import dev.seventouch.engine.cadence.Turn;
import dev.seventouch.engine.cadence.Waits;
import dev.seventouch.engine.policy.ContactHours;
import dev.seventouch.engine.policy.ContactTime;
import dev.seventouch.engine.policy.Dates;
import dev.seventouch.engine.policy.Limits;
import dev.seventouch.engine.policy.Rate;
import dev.seventouch.engine.policy.Window;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import dev.seventouch.events.touch.Medium;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws plans: everything that the language of cadences can say, in sizes that a history can get through. */
final class Plans {
    static final List<String> SOURCES = List.of("website", "fair", "list", "nowhere");
    static final List<Channel> CHANNELS = List.of(
            Channel.EMAIL, Channel.LETTER, Channel.CARD, Channel.CALL, Channel.VISIT, Channel.NOTE, Channel.GIFT);
    private static final List<DayOfWeek> WEEK = List.of(DayOfWeek.values());

    private final Dice dice;
    private final LocalDate today;

    Plans(Dice dice, LocalDate today) {
        this.dice = dice;
        this.today = today;
    }

    // ---- a plan

    Cadence draw(String id, Audience audience, @Nullable String customers) {
        int steps = dice.between(1, 5);
        List<Step> plan = new ArrayList<>();
        for (int i = 1; i <= steps; i++) {
            plan.add(step("step-" + i, i == 1));
        }
        List<Phase> phases = new ArrayList<>();
        int more = dice.between(0, 1);
        for (int i = 1; i <= more; i++) {
            phases.add(phase("phase-" + i, Duration.ofDays(dice.between(10, 400))));
        }
        phases.add(phase("later", null));
        List<Season> seasons = new ArrayList<>();
        int some = dice.oneIn(3) ? dice.between(1, 2) : 0;
        for (int i = 1; i <= some; i++) {
            seasons.add(season("season-" + i));
        }
        return new Cadence(
                new CadenceRef(id, 1),
                new Entry(audience, again(), optIn(), customers),
                Duration.ofDays(dice.between(5, 60)),
                rules(),
                plan,
                phases,
                seasons);
    }

    /** A later version: something is changed, something is gone, something is new. */
    Cadence revise(Cadence cadence) {
        Cadence later = Altered.ref(
                cadence, new CadenceRef(cadence.ref().id(), cadence.ref().version() + 1));
        int changes = dice.between(1, 3);
        for (int i = 0; i < changes; i++) {
            later = change(later);
        }
        return later;
    }

    private Cadence change(Cadence cadence) {
        List<Step> steps = new ArrayList<>(cadence.steps());
        int at = dice.between(0, steps.size() - 1);
        switch (dice.between(0, 9)) {
            case 0, 1 -> {
                if (steps.size() > 1) {
                    steps.remove(at);
                }
            }
            case 2, 3 ->
                steps.add(
                        dice.between(0, steps.size()),
                        step("new-" + cadence.ref().version(), false));
            case 4 -> steps.add(dice.between(0, steps.size() - 1), steps.remove(at));
            case 5 -> steps.set(at, step(steps.get(at).key(), at == 0));
            case 6 -> {
                return Altered.rules(cadence, rules());
            }
            case 7 -> {
                List<Phase> phases = new ArrayList<>(cadence.phases());
                phases.set(phases.size() - 1, phase(phases.getLast().key(), null));
                return Altered.phases(cadence, phases);
            }
            case 8 -> {
                return Altered.phases(cadence, List.of(cadence.phases().getLast()));
            }
            default -> {
                return Altered.seasons(cadence, cadence.seasons().isEmpty() ? List.of(season("season-1")) : List.of());
            }
        }
        boolean hasTwins = steps.stream().map(Step::key).distinct().count() < steps.size();
        return hasTwins ? cadence : Altered.steps(cadence, steps);
    }

    // ---- who comes in

    private Again again() {
        return dice.oneIn(2)
                ? Again.NEVER
                : new Again(
                        dice.atLeastOneOf(List.of(Ending.READY_TO_BUY, Ending.CONVERTED)),
                        dice.oneOf(Duration.ZERO, Duration.ofDays(3), Duration.ofDays(90)));
    }

    private OptIn optIn() {
        return dice.oneIn(2)
                ? OptIn.USUAL
                : new OptIn(
                        "please-confirm", dice.oneOf(Duration.ofMinutes(20), Duration.ofHours(5), Duration.ofDays(2)));
    }

    // ---- what holds for all

    private Rules rules() {
        return new Rules(time(), limits(), release(), waits(), scoring());
    }

    private ContactTime time() {
        List<Dates> quiet = new ArrayList<>();
        if (dice.oneIn(5)) {
            quiet.add(new Dates.Yearly(MonthDay.of(12, 24), MonthDay.of(1, 6)));
        }
        if (dice.oneIn(6)) {
            LocalDate from = today.plusDays(dice.between(0, 40));
            quiet.add(new Dates.Once(from, from.plusDays(dice.between(0, 20))));
        }
        return new ContactTime(hours(), dice.oneOf(Leads.ZONES), holidays(), quiet);
    }

    private ContactHours hours() {
        Set<DayOfWeek> days = switch (dice.between(0, 5)) {
            case 0, 1 -> EnumSet.allOf(DayOfWeek.class);
            case 2, 3 -> EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
            case 4 -> EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            default -> dice.atLeastOneOf(WEEK);
        };
        return switch (dice.between(0, 9)) {
            case 0, 1, 2, 3 -> new ContactHours(days, LocalTime.of(9, 0), LocalTime.of(17, 30));
            case 4 -> new ContactHours(days, LocalTime.MIN, LocalTime.of(23, 59));
            // Where clocks change.
            case 5, 6 -> new ContactHours(days, time(0, 3), time(3, 6));
            case 7 -> new ContactHours(days, LocalTime.of(2, 0), LocalTime.of(2, dice.oneOf(20, 30, 59)));
            case 8 -> new ContactHours(days, time(20, 23), LocalTime.of(23, 59));
            default -> {
                LocalTime opens = time(0, 23);
                yield new ContactHours(days, opens, opens.plusMinutes(dice.oneOf(1, 14)));
            }
        };
    }

    /** At a quarter of an hour, before {@code until}. */
    private LocalTime time(int from, int until) {
        return LocalTime.of(dice.between(from, until - 1), dice.oneOf(0, 15, 30, 45));
    }

    private List<String> holidays() {
        return switch (dice.between(0, 5)) {
            case 0 -> List.of("de");
            case 1 -> List.of("de-by", "us-ny");
            case 2 -> List.of(ContactTime.OF_THE_LEAD);
            default -> List.of();
        };
    }

    private Limits limits() {
        return new Limits(
                dice.oneOf(
                        Duration.ZERO,
                        Duration.ofHours(1),
                        Duration.ofHours(20),
                        Duration.ofHours(20),
                        Duration.ofDays(3)),
                dice.oneOf(1, 2, 3, 3, 50),
                dice.oneIn(3) ? Integer.valueOf(dice.oneOf(1, 3, 8)) : null);
    }

    private Release release() {
        return switch (dice.between(0, 5)) {
            case 0 -> new Release(new Rate(600, Duration.ofHours(1)), false);
            case 1 -> new Release(new Rate(20, Duration.ofMinutes(1)), true);
            default -> Release.AT_ONCE;
        };
    }

    private Waits waits() {
        return dice.oneIn(2)
                ? Waits.USUAL
                : new Waits(Duration.ofHours(dice.oneOf(0, 1, 40)), Duration.ofDays(dice.oneOf(0, 3, 30)));
    }

    private Scoring scoring() {
        return dice.oneIn(2) ? Scoring.USUAL : new Scoring(1, 5, 20, new Scoring.Prompt(dice.oneOf(1, 6, 20), "Call."));
    }

    // ---- touches

    private Step step(String key, boolean first) {
        return new Step(key, first ? After.NOTHING : after(), first ? Window.ANY : window(), turn(key));
    }

    private After after() {
        return switch (dice.between(0, 9)) {
            case 0 -> new After.Previous(Delay.NONE);
            case 1, 2 -> new After.Previous(new Delay.Exactly(dice.minutes(1, 3_000)));
            case 3 -> new After.Start(new Delay.Days(dice.between(0, 20)));
            case 4 -> new After.Start(new Delay.Exactly(dice.minutes(1, 6_000)));
            case 5 -> new After.Cycle(dice.between(0, 120));
            default -> new After.Previous(new Delay.Days(dice.between(0, 9)));
        };
    }

    private Phase phase(String key, @Nullable Duration until) {
        List<Turn> rotation = new ArrayList<>();
        int turns = dice.between(1, 3);
        for (int i = 1; i <= turns; i++) {
            rotation.add(turn(key + "-" + i));
        }
        Window window = dice.oneIn(5) ? new Window(dice.atLeastOneOf(WEEK), null, null, null) : Window.ANY;
        return new Phase(key, new Delay.Days(dice.oneOf(1, 2, 7, 30, 90)), until, window, rotation);
    }

    private Season season(String key) {
        LocalDate from = today.plusDays(dice.between(-5, 40));
        LocalDate until = from.plusDays(dice.between(0, 15));
        return new Season(
                key,
                new Dates.Yearly(MonthDay.from(from), MonthDay.from(until)),
                dice.oneIn(3) ? hoursOnly() : Window.ANY,
                turn(key));
    }

    private Window window() {
        return switch (dice.between(0, 9)) {
            case 0 -> hoursOnly();
            case 1 -> new Window(dice.atLeastOneOf(WEEK), null, null, null);
            case 2 -> new Window(Set.of(), null, null, dates());
            case 3 -> new Window(Set.of(), null, null, day());
            case 4 -> new Window(dice.atLeastOneOf(WEEK), LocalTime.of(10, 0), LocalTime.of(11, 30), dates());
            default -> Window.ANY;
        };
    }

    private Window hoursOnly() {
        LocalTime opens = time(1, 23);
        return new Window(Set.of(), opens, opens.plusMinutes(30), null);
    }

    private Dates day() {
        LocalDate day = today.plusDays(dice.between(0, 30));
        return new Dates.Once(day, day);
    }

    private Dates dates() {
        LocalDate from = today.plusDays(dice.between(-10, 40));
        LocalDate until = from.plusDays(dice.between(6, 12));
        return dice.oneIn(2)
                ? new Dates.Once(from, until)
                : new Dates.Yearly(MonthDay.from(from), MonthDay.from(until));
    }

    private Turn turn(String key) {
        return dice.oneIn(4)
                ? new Turn(
                        new Terms(terms(), dice.oneIn(2) ? terms() : List.of()),
                        action(key),
                        dice.oneIn(2) ? action(key + "-else") : null)
                : Turn.of(action(key));
    }

    private List<Term> terms() {
        return List.of(
                switch (dice.between(0, 9)) {
                    case 9 -> new Term.Reachable(dice.atLeastOneOf(List.of(Medium.values())));
                    case 0 -> new Term.Is(Term.Fact.SOURCE, Set.of("website"));
                    case 1 -> new Term.Is(Term.Fact.COUNTRY, Set.of("DE", "NP"));
                    case 2 -> new Term.Is(Term.Fact.LANGUAGE, Set.of("de"));
                    case 3 -> new Term.Attribute("industry", Set.of("bakery"));
                    case 4 -> new Term.Value(dice.oneOf(Term.Comparison.values()), BigDecimal.valueOf(5_000));
                    case 5 -> new Term.Score(dice.oneOf(Term.Comparison.values()), dice.between(0, 6));
                    case 6 -> new Term.Has(dice.atLeastOneOf(List.of(Term.Known.values())));
                    case 7 -> new Term.Clicked(Set.of("step-1", "step-2"));
                    default -> new Term.Answered("step-" + dice.between(1, 3), Set.of("interested"));
                });
    }

    private Action action(String key) {
        Channel channel = dice.oneIn(2) ? Channel.EMAIL : dice.oneOf(CHANNELS);
        if (dice.oneIn(3)) {
            return new Action.FromLibrary(
                    channel, "library-item", dice.oneIn(2) ? Set.of() : dice.atLeastOneOf(Items.TOPICS));
        }
        // Now and then what another step brings too.
        String template = dice.oneIn(8) ? "shared" : key;
        return new Action.Fixed(
                channel,
                channel.isAutomatic() ? Content.template(template) : Content.say("Do " + key, 5),
                "because of " + key);
    }
}
