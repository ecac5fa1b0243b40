package dev.seventouch.engine.laws;

import dev.seventouch.engine.cadence.Action;
import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.Facts;
import dev.seventouch.engine.cadence.Phase;
import dev.seventouch.engine.cadence.Place;
import dev.seventouch.engine.cadence.Season;
import dev.seventouch.engine.cadence.Step;
import dev.seventouch.engine.cadence.Turn;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.policy.ContactTime;
import dev.seventouch.engine.policy.Dates;
import dev.seventouch.engine.policy.Holidays;
import dev.seventouch.engine.policy.Window;
import dev.seventouch.engine.policy.Zones;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.TouchId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether a moment is one at which a lead may be touched, as a person would: with a look at the lead's clock and a calendar
 * on the wall. It knows nothing of how such moments are found.
 */
final class Oracle {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration AROUND = Duration.ofHours(30);
    private static final int DAYS_WITHOUT_A_FREE_ONE = 730;

    private final ContactTime time;
    private final Window window;
    private final Contact contact;
    private final ZoneId zone;

    private Oracle(ContactTime time, Window window, Contact contact) {
        this.time = time;
        this.window = window;
        this.contact = contact;
        this.zone = zone(time, contact);
    }

    static Oracle of(Cadence cadence, Place place, Contact contact) {
        return new Oracle(cadence.rules().time(), window(cadence, place), contact);
    }

    static ZoneId zone(ContactTime time, Contact contact) {
        return contact.zone() != null
                ? contact.zone()
                : Zones.of(contact.phone(), contact.country()).orElse(time.fallback());
    }

    /** What speaks against this moment, or null if nothing does. */
    @Nullable String against(Instant at) {
        LocalDateTime clock = LocalDateTime.ofInstant(at, zone);
        LocalDate day = clock.toLocalDate();
        if (!isOpen(clock)) {
            return "it is " + clock.getDayOfWeek() + " " + clock + " there";
        }
        if (window.dates() != null && !isIn(window.dates(), day)) {
            return day + " is not in " + window.dates();
        }
        String closed = closed(day);
        if (closed != null && hasFreeDays(day)) {
            return closed;
        }
        return isTakenRun(at, clock) ? null : "that hour of " + day + " comes twice, and this is the other one";
    }

    // ---- the clock

    private boolean isOpen(LocalDateTime clock) {
        LocalTime opens = later(time.hours().opens(), window.opens());
        LocalTime closes = earlier(time.hours().closes(), window.closes());
        if (!opens.isBefore(closes)) {
            opens = time.hours().opens();
            closes = time.hours().closes();
        }
        LocalTime hour = clock.toLocalTime();
        return days().contains(clock.getDayOfWeek()) && !hour.isBefore(opens) && hour.isBefore(closes);
    }

    private Set<DayOfWeek> days() {
        if (window.days().isEmpty()) {
            return time.hours().days();
        }
        Set<DayOfWeek> both = EnumSet.noneOf(DayOfWeek.class);
        both.addAll(window.days());
        both.retainAll(time.hours().days());
        return both.isEmpty() ? time.hours().days() : both;
    }

    /**
     * When clocks are put back they show some times twice. Where this parts the open hours of a day into two runs only one of them
     * is used: the longer one; if both are as long, the first, unless the hours end with what is shown twice.
     */
    private boolean isTakenRun(Instant at, LocalDateTime clock) {
        ZoneOffsetTransition change = zone.getRules().getTransition(clock);
        if (change == null || !change.isOverlap()) {
            return true;
        }
        List<Run> runs = runs(clock.toLocalDate(), change);
        Run taken = runs.getFirst();
        LocalDateTime end = change.getDateTimeBefore();
        boolean endWithIt = isOpen(end.minusMinutes(1)) && !isOpen(end);
        for (Run run : runs) {
            int longer = run.length().compareTo(taken.length());
            if (longer > 0 || (longer == 0 && endWithIt)) {
                taken = run;
            }
        }
        return taken.contains(at);
    }

    private List<Run> runs(LocalDate day, ZoneOffsetTransition change) {
        List<Run> runs = new ArrayList<>();
        Instant from = null;
        Instant end = change.getInstant().plus(AROUND);
        for (Instant minute = change.getInstant().minus(AROUND); !minute.isAfter(end); minute = minute.plus(MINUTE)) {
            LocalDateTime clock = LocalDateTime.ofInstant(minute, zone);
            boolean open = clock.toLocalDate().equals(day) && isOpen(clock);
            if (open && from == null) {
                from = minute;
            } else if (!open && from != null) {
                runs.add(new Run(from, minute));
                from = null;
            }
        }
        return runs;
    }

    private record Run(Instant from, Instant until) {
        Duration length() {
            return Duration.between(from, until);
        }

        boolean contains(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    // ---- the calendar

    private static boolean isIn(Dates dates, LocalDate day) {
        return switch (dates) {
            case Dates.Once(var first, var last) -> !day.isBefore(first) && !day.isAfter(last);
            case Dates.Yearly(var first, var last) -> {
                LocalDate from = first.atYear(day.getYear());
                LocalDate until = last.atYear(day.getYear());
                boolean overNewYear = last.isBefore(first);
                yield overNewYear
                        ? !day.isBefore(from) || !day.isAfter(until)
                        : !day.isBefore(from) && !day.isAfter(until);
            }
        };
    }

    private @Nullable String closed(LocalDate day) {
        for (Dates quiet : time.quiet()) {
            if (isIn(quiet, day)) {
                return day + " is a quiet day";
            }
        }
        for (String region : time.holidays()) {
            String kept = region.equals(ContactTime.OF_THE_LEAD) ? contact.country() : region;
            if (kept != null && Holidays.on(day, kept.toLowerCase(Locale.ROOT)).isPresent()) {
                return day + " is a holiday in " + kept;
            }
        }
        return null;
    }

    /** Quiet days and holidays are not kept where they leave nothing. */
    private boolean hasFreeDays(LocalDate day) {
        if (window.dates() instanceof Dates.Once) {
            return true;
        }
        for (int i = 1; i < DAYS_WITHOUT_A_FREE_ONE; i++) {
            LocalDate later = day.plusDays(i);
            if (days().contains(later.getDayOfWeek())
                    && (window.dates() == null || isIn(window.dates(), later))
                    && closed(later) == null) {
                return true;
            }
        }
        return false;
    }

    // ---- the plan

    /** When what is at {@code place} may come; anytime if this version does not have it. */
    static Window window(Cadence cadence, Place place) {
        for (Step step : cadence.steps()) {
            if (step.key().equals(place.key())) {
                return step.window();
            }
        }
        for (Phase phase : cadence.phases()) {
            if (phase.key().equals(place.key())) {
                return phase.window();
            }
        }
        for (Season season : cadence.seasons()) {
            if (season.key().equals(place.key())) {
                return inTheYear(season, place.occurrence());
            }
        }
        return Window.ANY;
    }

    private static Window inTheYear(Season season, int year) {
        MonthDay first = season.dates().first();
        MonthDay last = season.dates().last();
        Dates.Once run = new Dates.Once(first.atYear(year), last.atYear(last.isBefore(first) ? year + 1 : year));
        return new Window(
                season.window().days(), season.window().opens(), season.window().closes(), run);
    }

    static @Nullable Turn turn(Cadence cadence, Place place) {
        for (Step step : cadence.steps()) {
            if (step.key().equals(place.key())) {
                return step.turn();
            }
        }
        for (Phase phase : cadence.phases()) {
            if (phase.key().equals(place.key())) {
                return phase.rotation()
                        .get((place.occurrence() - 1) % phase.rotation().size());
            }
        }
        for (Season season : cadence.seasons()) {
            if (season.key().equals(place.key())) {
                return season.turn();
            }
        }
        return null;
    }

    /** What comes to this lead at {@code place}, as far as that depends on what is known of it. */
    static Optional<Action> action(Cadence cadence, Place place, Active active) {
        Turn turn = turn(cadence, place);
        return turn == null ? Optional.empty() : turn.choose(new Known(active));
    }

    private record Known(Active active) implements Facts {
        @Override
        public Lead lead() {
            return active.lead();
        }

        @Override
        public int score() {
            return active.history().interest().score();
        }

        @Override
        public boolean clicked(String step) {
            return active.history().interest().clicked().contains(TouchId.of(active.id(), step, 1));
        }

        @Override
        public boolean reaches(Medium medium) {
            Set<Medium> welcome = active.history().wishes().media();
            return ways(active).contains(medium) && (welcome.isEmpty() || welcome.contains(medium));
        }

        @Override
        public Optional<String> answer(String step) {
            return Optional.ofNullable(active.history().answers().get(step));
        }
    }

    // ---- the lead

    /** The media on which a lead can be reached, and that it did not forbid. */
    static Set<Medium> ways(Enrollment enrollment) {
        Contact contact = enrollment.lead().contact();
        Set<Medium> ways = EnumSet.noneOf(Medium.class);
        if (contact.email() != null) {
            ways.add(Medium.EMAIL);
        }
        if (contact.phone() != null) {
            ways.add(Medium.PHONE);
        }
        if (hasWay(Channel.LETTER, contact)) {
            ways.add(Medium.POST);
            ways.add(Medium.VISIT);
        }
        ways.removeAll(enrollment.history().forbidden());
        ways.removeAll(enrollment.history().dead());
        return ways;
    }

    /** Whether the lead's contact tells how to reach it; people find out what they need. */
    static boolean hasWay(Channel channel, Contact contact) {
        return switch (channel) {
            case EMAIL -> contact.email() != null;
            case LETTER, CARD -> contact.address() != null && contact.address().isComplete();
            case CALL, VISIT, NOTE, GIFT -> true;
        };
    }

    private static LocalTime later(LocalTime one, @Nullable LocalTime other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    private static LocalTime earlier(LocalTime one, @Nullable LocalTime other) {
        return other == null || one.isBefore(other) ? one : other;
    }
}
