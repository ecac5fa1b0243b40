package dev.seventouch.engine.enrollment;

import dev.seventouch.events.touch.Medium;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is remembered of a lead, from one enrollment to the next.
 *
 * @param had the content the lead has had, by key
 * @param touched when the lead was touched in the last month, oldest first
 * @param forbidden the media that the lead forbade
 * @param dead the media whose address does not work, until another is known
 * @param softBounces by medium, how often in a row something came back for now
 * @param answers what people noted, by the key of the step; of the current enrollment
 * @param starts how often the lead has started; the number of its latest start
 */
public record History(
        Set<String> had,
        List<Instant> touched,
        Set<Medium> forbidden,
        Set<Medium> dead,
        Map<Medium, Integer> softBounces,
        Wishes wishes,
        Interest interest,
        Map<String, String> answers,
        int starts) {
    /** Caps look back thirty days at most. */
    private static final Duration REMEMBERED = Duration.ofDays(31);

    public static final History NONE =
            new History(Set.of(), List.of(), Set.of(), Set.of(), Map.of(), Wishes.NONE, Interest.NONE, Map.of(), 0);

    public History {
        had = had == null ? Set.of() : Kept.of(had);
        touched = touched == null ? List.of() : List.copyOf(touched);
        forbidden = forbidden == null ? Set.of() : Set.copyOf(forbidden);
        dead = dead == null ? Set.of() : Set.copyOf(dead);
        softBounces = softBounces == null ? Map.of() : Map.copyOf(softBounces);
        wishes = wishes == null ? Wishes.NONE : wishes;
        interest = interest == null ? Interest.NONE : interest;
        answers = answers == null ? Map.of() : Map.copyOf(answers);
    }

    /** Whether nothing goes out on {@code medium}. */
    boolean isClosed(Medium medium) {
        return forbidden.contains(medium) || dead.contains(medium) || !wishes.welcomes(medium);
    }

    /** The media that are closed whatever the lead would rather have. */
    Set<Medium> closedForGood() {
        EnumSet<Medium> closed = EnumSet.noneOf(Medium.class);
        closed.addAll(forbidden);
        closed.addAll(dead);
        return closed;
    }

    History withHad(String content) {
        return new History(
                Kept.of(had, content), touched, forbidden, dead, softBounces, wishes, interest, answers, starts);
    }

    /** As if only items of the library had been had. */
    History withoutTemplates() {
        Set<String> items = new LinkedHashSet<>(had);
        items.removeIf(content -> content.startsWith("template:"));
        return new History(items, touched, forbidden, dead, softBounces, wishes, interest, answers, starts);
    }

    History withTouch(Instant at) {
        List<Instant> recent = new ArrayList<>(touched);
        recent.add(at);
        recent.sort(null);
        return withTouched(recent);
    }

    /** The touch that was planned for {@code planned} reached the lead at {@code at} only. */
    History withTouchMoved(Instant planned, Instant at) {
        List<Instant> recent = new ArrayList<>(touched);
        for (int i = 0; i < recent.size(); i++) {
            if (!recent.get(i).isBefore(planned) && recent.get(i).isBefore(at)) {
                recent.remove(i);
                break;
            }
        }
        recent.add(at);
        recent.sort(null);
        return withTouched(recent);
    }

    private History withTouched(List<Instant> recent) {
        Instant oldest = recent.getLast().minus(REMEMBERED);
        recent.removeIf(touch -> touch.isBefore(oldest));
        return new History(had, recent, forbidden, dead, softBounces, wishes, interest, answers, starts);
    }

    History withForbidden(Set<Medium> media) {
        return new History(had, touched, union(forbidden, media), dead, softBounces, wishes, interest, answers, starts);
    }

    History withDead(Set<Medium> media) {
        return new History(had, touched, forbidden, union(dead, media), softBounces, wishes, interest, answers, starts);
    }

    History withRevived(Set<Medium> media) {
        EnumSet<Medium> fewer = EnumSet.noneOf(Medium.class);
        fewer.addAll(dead);
        fewer.removeAll(media);
        Map<Medium, Integer> bounces = new EnumMap<>(Medium.class);
        bounces.putAll(softBounces);
        bounces.keySet().removeAll(media);
        return new History(had, touched, forbidden, fewer, bounces, wishes, interest, answers, starts);
    }

    History withSoftBounces(Medium medium, int inARow) {
        Map<Medium, Integer> bounces = new EnumMap<>(Medium.class);
        bounces.putAll(softBounces);
        bounces.put(medium, inARow);
        return new History(had, touched, forbidden, dead, bounces, wishes, interest, answers, starts);
    }

    History with(Wishes wishes) {
        return new History(had, touched, forbidden, dead, softBounces, wishes, interest, answers, starts);
    }

    History with(Interest interest) {
        return new History(had, touched, forbidden, dead, softBounces, wishes, interest, answers, starts);
    }

    History withAnswer(String step, String answer) {
        Map<String, String> more = new LinkedHashMap<>(answers);
        more.put(step, answer);
        return new History(had, touched, forbidden, dead, softBounces, wishes, interest, more, starts);
    }

    /** Another enrollment begins: answers belong to the steps of one. */
    History started(int start) {
        return new History(had, touched, forbidden, dead, softBounces, wishes, interest, Map.of(), start);
    }

    private static Set<Medium> union(Set<Medium> some, Set<Medium> more) {
        EnumSet<Medium> all = EnumSet.noneOf(Medium.class);
        all.addAll(some);
        all.addAll(more);
        return all;
    }
}
