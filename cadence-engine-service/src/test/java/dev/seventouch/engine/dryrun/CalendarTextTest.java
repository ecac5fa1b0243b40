package dev.seventouch.engine.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarTextTest {
    @TempDir
    Path directory;

    @Test
    void a_calendar_is_a_table_with_a_head_and_a_foot() throws IOException {
        assertThat(CalendarText.of(Played.calendar(directory, "2026-12-21T10:00", "2027-02-01T00:00", ""), 100))
                .isEqualTo("""
                        plan@1, as the lead would live through it

                          lead  Ada Example; from website; DE; reached by email, phone, post
                          zone  Europe/Berlin
                          from  Mon 21 Dec 2026 10:00
                          to    Mon 1 Feb 2027 00:00

                        ── week of Mon 21 Dec 2026 ─────────────────────────────────────────────────────────────────────────
                        Mon 21 Dec  10:00  welcome  email   welcome                             at once
                                                            “they asked”
                        Tue 22 Dec  15:25  call     call    Ask; then listen, and write \\ down  1d after welcome
                                                            what they say about the roof.
                                                            “a voice answers more”

                        ── week of Mon 4 Jan 2027 ──────────────────────────────────────────────────────────────────────────
                        Thu 7 Jan   09:19  letter   –       passed over                         it is not for this lead:
                                                                                                value is not >= 5000

                        ── week of Mon 11 Jan 2027 ─────────────────────────────────────────────────────────────────────────
                        Mon 11 Jan  15:53  useful   email   rates                               2d after letter; moved from
                                                            “the rates changed”                 Sat 9 Jan: within contact
                                                                                                hours
                                                                                                best of 1

                        ────────────────────────────────────────────────────────────────────────────────────────────────────
                        3 touches: 2 by email, 1 by call; 1 passed over
                        Goes on with later on Wed 10 Feb 2027 16:44, by plan@1.
                        """);
    }

    @Test
    void what_the_lead_does_stands_between_its_touches() throws IOException {
        String text = CalendarText.of(Played.calendar(directory, "2026-11-02T10:00", "2026-11-20T00:00", """
                        - { after: 1h, signal: replied }
                        - { after: 3d, signal: unsubscribed }
                        - { after: 900d, signal: replied }
                        """), 160);
        assertThat(text)
                .contains("Mon 2 Nov   11:00  »        ", "replied  ", "held until 2026-11-05 11:00: the lead replied")
                .contains("Mon 2 Nov   11:00  reply    call    to the owner: The lead replied.")
                .contains(
                        "ends: stopped",
                        "Ended: stopped.",
                        "Of the script this never came:",
                        "  replied: only after the end");
    }

    @Test
    void what_was_cut_off_says_so() throws IOException {
        PlanFile plan = PlanFile.read(Played.plan(directory), directory);
        assertThat(CalendarText.of(
                        dev.seventouch.engine.simulation.Simulation.run(
                                plan.world(),
                                new dev.seventouch.engine.simulation.Scenario(
                                                dev.seventouch.engine.simulation.SampleLead.of(plan.tried()),
                                                java.time.Instant.parse("2026-11-02T09:00:00Z"),
                                                java.time.Instant.parse("2027-11-02T09:00:00Z"))
                                        .withAtMost(2)),
                        120))
                .contains("Cut off here: there are more lines than fit.");
    }
}
