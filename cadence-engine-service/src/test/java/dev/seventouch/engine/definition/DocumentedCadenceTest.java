package dev.seventouch.engine.definition;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

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
import dev.seventouch.engine.cadence.Term.Comparison;
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
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The example with which {@code docs/cadence-language.md} begins. */
class DocumentedCadenceTest {

    @Test
    void the_documented_cadence_is_read_as_it_is_documented() throws IOException {
        assertThat(Plans.read(example()))
                .isEqualTo(new Cadence(
                        new CadenceRef("website-enquiry", 1),
                        entry(),
                        Duration.ofDays(45),
                        rules(),
                        steps(),
                        phases(),
                        seasons()));
    }

    private static Entry entry() {
        return new Entry(
                new Audience(Set.of("website", "api"), true),
                new Again(Set.of(Ending.READY_TO_BUY), Duration.ofDays(90)),
                new OptIn("please-confirm", Duration.ofDays(14)),
                "customer-loyalty");
    }

    private static Rules rules() {
        return new Rules(
                new ContactTime(
                        new ContactHours(EnumSet.range(MONDAY, FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 30)),
                        ZoneId.of("Europe/Berlin"),
                        List.of("lead", "de-by"),
                        List.of(new Dates.Yearly(MonthDay.of(12, 24), MonthDay.of(1, 6)))),
                new Limits(Duration.ofHours(20), 3, 8),
                new Release(new Rate(600, Duration.ofHours(1)), false),
                new Waits(Duration.ofDays(3), Duration.ofDays(14)),
                new Scoring(1, 5, 20, new Scoring.Prompt(30, "Reads everything we send. Call.")));
    }

    private static List<Step> steps() {
        return List.of(
                new Step(
                        "welcome",
                        After.NOTHING,
                        Window.ANY,
                        Turn.of(template(Channel.EMAIL, "welcome", "they asked"))),
                new Step(
                        "intro-call",
                        new After.Previous(new Delay.Days(1)),
                        Window.ANY,
                        Turn.of(new Action.Fixed(
                                Channel.CALL,
                                Content.say("Ask what prompted the enquiry.", 5),
                                "a voice answers more than a mail"))),
                new Step(
                        "offer",
                        new After.Cycle(50),
                        new Window(EnumSet.range(TUESDAY, THURSDAY), LocalTime.of(10, 0), LocalTime.of(11, 30), null),
                        new Turn(
                                new Terms(
                                        List.of(new Term.Value(Comparison.AT_LEAST, new BigDecimal(20_000))),
                                        List.of(new Term.Answered("intro-call", Set.of("not-interested")))),
                                new Action.Fixed(
                                        Channel.VISIT,
                                        Content.say("Bring the offer.", null),
                                        "an offer this large deserves a table"),
                                template(Channel.LETTER, "offer", "three figures and a date"))));
    }

    private static List<Phase> phases() {
        return List.of(
                new Phase(
                        "first-year",
                        new Delay.Days(30),
                        Duration.ofDays(365),
                        Window.ANY,
                        List.of(library(Channel.EMAIL, "library-item", Set.of()))),
                new Phase(
                        "later",
                        new Delay.Days(90),
                        null,
                        Window.ANY,
                        List.of(
                                library(Channel.EMAIL, "library-item", Set.of("market", "law")),
                                library(Channel.CARD, "season", Set.of()))));
    }

    private static List<Season> seasons() {
        Dates.Yearly dates = new Dates.Yearly(MonthDay.of(12, 5), MonthDay.of(12, 16));
        return List.of(new Season(
                "year-end",
                dates,
                new Window(Set.of(), null, null, dates),
                library(Channel.CARD, "season", Set.of("season"))));
    }

    private static Action template(Channel channel, String template, String reason) {
        return new Action.Fixed(channel, Content.template(template), reason);
    }

    private static Turn library(Channel channel, String template, Set<String> topics) {
        return Turn.of(new Action.FromLibrary(channel, template, topics));
    }

    static String example() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "cadence-language.md"));
        String fence = "```yaml\n";
        int begin = page.indexOf(fence) + fence.length();
        return page.substring(begin, page.indexOf("```", begin));
    }
}
