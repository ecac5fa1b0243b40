package dev.seventouch.engine.simulation;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.Place;
import dev.seventouch.engine.cadence.Progress;
import dev.seventouch.engine.enrollment.Catalogue;
import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.enrollment.Touch;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.TouchEvent;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes down what is decided about one lead, and why. */
final class Diary implements Play.Observer {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Catalogue catalogue;
    private final List<Line> lines = new ArrayList<>();
    /** Where what was told last stands. */
    private int told = -1;

    private String heldFor = "";

    Diary(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    int size() {
        return lines.size();
    }

    List<Line> before(Instant until) {
        return lines.stream()
                .filter(line -> line.at().isBefore(until))
                .sorted(Comparator.comparing(Line::at))
                .toList();
    }

    @Override
    public void cue(Instant now, String words) {
        lines.add(new Line.Told(now, words, List.of()));
        told = lines.size() - 1;
    }

    @Override
    public void missed(Instant now, String words, String why) {
        lines.add(new Line.Told(now, words, List.of("nothing: " + why)));
    }

    @Override
    public void decided(Instant now, @Nullable Enrollment before, Decision decision, Enrollment after) {
        switch (decision) {
            case Decision.Touched(var touch, var due, var _) -> write(touched(now, touch, due, before));
            case Decision.Skipped(var place, var why, var progress) ->
                write(passedOver(now, place, why, progress, before));
            case Decision.Started(var _, var _, var cadence, var progress, var _) -> {
                if (before != null && progress.hasMovedIn()) {
                    write(new Line.GoesOn(now, cadence));
                } else if (before != null) {
                    follows("starts on " + cadence);
                }
            }
            case Decision.Finished(var ending, var _) -> write(new Line.Ended(now, ending));
            case Decision.Held(var until, var why) -> {
                heldFor = why;
                follows(until == null ? why : "held until " + local(until, after) + ": " + why);
            }
            case Decision.Closed(var media, var _, var why) -> follows("nothing more by " + words(media) + ": " + why);
            case Decision.CameBack(var medium, var inARow, var _) -> {
                if (inARow > 0) {
                    follows(inARow + " in a row came back by " + words(List.of(medium)));
                }
            }
            case Decision.Wished(var wishes) -> follows(wishes(wishes.lessOften(), wishes.media(), wishes.topics()));
            case Decision.Interested(var interest) -> follows("score " + interest.score());
            case Decision.Noted(var step, var answer) -> follows(step + " answered " + answer);
            case Decision.Learned _ -> follows("facts learned");
            case Decision.ErrandAdded(var errand) -> follows("a task for the owner, " + local(errand.dueAt(), after));
            case Decision.AskedToConfirm _,
                    Decision.LeftUnplaced _,
                    Decision.Migrated _,
                    Decision.Planned _,
                    Decision.Done _,
                    Decision.Recorded _,
                    Decision.ErrandDone _,
                    Decision.Reached _ -> {}
        }
    }

    private void write(Line line) {
        lines.add(line);
    }

    /** Adds to what has just been told. */
    private void follows(String what) {
        if (told >= 0 && lines.get(told) instanceof Line.Told(var at, var words, var follows)) {
            List<String> more = new ArrayList<>(follows);
            if (!more.contains(what)) {
                more.add(what);
            }
            lines.set(told, new Line.Told(at, words, more));
        }
    }

    private String local(Instant at, Enrollment lead) {
        return explanation(lead)
                .map(known ->
                        MINUTES.format(at.atZone(Explanation.zone(lead.lead().contact(), known.cadence()))))
                .orElse(at.toString());
    }

    private Line touched(Instant now, Touch.InFlight touch, TouchEvent.Due due, @Nullable Enrollment before) {
        Optional<Explanation> explanation = due.touch().version() == null ? Optional.empty() : explanation(before);
        if (explanation.isPresent()
                && explanation.get().active().next() instanceof Touch.Planned planned
                && planned.place().equals(touch.place())) {
            Explanation why = explanation.get();
            return new Line.Touched(now, due, why.time(planned), why.moved(planned), why.choice(planned, due));
        }
        String choice = due.touch().version() == null ? "beside the plan" : "to confirm";
        return new Line.Touched(now, due, now.equals(due.dueAt()) ? "at once" : "in its time", null, choice);
    }

    // What can never come is passed over when it is planned: it stands where the plan has it.
    private Line passedOver(Instant now, Place place, String why, Progress progress, @Nullable Enrollment before) {
        Instant at = place.equals(progress.last()) && progress.lastAt().isAfter(now) ? progress.lastAt() : now;
        return new Line.PassedOver(
                at,
                place,
                explanation(before).map(found -> found.passedOver(place, why)).orElse(why));
    }

    private Optional<Explanation> explanation(@Nullable Enrollment before) {
        if (!(before instanceof Active active)) {
            return Optional.empty();
        }
        Optional<Cadence> cadence = catalogue.cadence(active.cadence());
        return cadence.map(plan -> new Explanation(active, plan, catalogue.library(), heldFor));
    }

    private static String wishes(@Nullable Boolean lessOften, Collection<Medium> media, Collection<String> topics) {
        List<String> wishes = new ArrayList<>();
        if (Boolean.TRUE.equals(lessOften)) {
            wishes.add("less often");
        }
        if (!media.isEmpty()) {
            wishes.add("by " + words(media));
        }
        if (!topics.isEmpty()) {
            wishes.add("on " + String.join(", ", topics.stream().sorted().toList()));
        }
        return wishes.isEmpty() ? "no wishes any more" : "wishes " + String.join(", ", wishes);
    }

    private static String words(Collection<Medium> media) {
        return String.join(
                ", ",
                media.stream()
                        .sorted()
                        .map(medium -> medium.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
