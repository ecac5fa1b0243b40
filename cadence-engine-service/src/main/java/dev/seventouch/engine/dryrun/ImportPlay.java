package dev.seventouch.engine.dryrun;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.simulation.Crowd;
import dev.seventouch.engine.simulation.Tally;
import dev.seventouch.engine.simulation.Workload;
import dev.seventouch.engine.simulation.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Plays a plan for all leads of a list. The list is read once for each of the engine's shares, so that a twelfth of the leads is
 * held at a time.
 */
public final class ImportPlay {
    private static final int MOST_NAMED = 100;

    private final List<LeadRows.Row.Bad> bad = new ArrayList<>();
    private int rows;
    private int badRows;

    private ImportPlay() {}

    /**
     * @param rows how many there are, good and bad
     * @param badRows how many can't be read
     * @param bad the first of them, by line
     */
    public record Outcome(Workload workload, int rows, int badRows, List<BadRow> bad) {}

    /** @param line on which the row begins, counted from 1 */
    public record BadRow(long line, String why) {}

    /** @param from when all of them are captured */
    public static Outcome play(LeadRows leads, World world, Instant from, Instant until) {
        return new ImportPlay().run(leads, world, from, until);
    }

    private Outcome run(LeadRows leads, World world, Instant from, Instant until) {
        Cadence tried = world.tried();
        Tally tally = new Tally(world, tried.rules().time().fallback());
        String source =
                tried.entry().audience().sources().stream().sorted().findFirst().orElse("import");
        for (int share = 0; share < Crowd.SHARES; share++) {
            Crowd crowd = new Crowd(world, from, until, tally);
            leads.read(share, Crowd.SHARES, row -> {
                rows++;
                switch (row) {
                    case LeadRows.Row.Good good -> crowd.capture(good.lead(source));
                    case LeadRows.Row.Bad wrong -> refuse(wrong);
                }
            });
            crowd.play();
        }
        return new Outcome(
                tally.workload(from, until),
                rows,
                badRows,
                bad.stream().map(row -> new BadRow(row.line(), row.why())).toList());
    }

    private void refuse(LeadRows.Row.Bad row) {
        badRows++;
        bad.add(row);
        bad.sort(Comparator.comparingLong(LeadRows.Row.Bad::line));
        if (bad.size() > MOST_NAMED) {
            bad.removeLast();
        }
    }
}
