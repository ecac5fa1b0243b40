package dev.seventouch.engine;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.dryrun.CalendarIcs;
import dev.seventouch.engine.dryrun.CalendarJson;
import dev.seventouch.engine.dryrun.CalendarText;
import dev.seventouch.engine.dryrun.Costs;
import dev.seventouch.engine.dryrun.ImportPlay;
import dev.seventouch.engine.dryrun.LeadRows;
import dev.seventouch.engine.dryrun.Moment;
import dev.seventouch.engine.dryrun.PlanFile;
import dev.seventouch.engine.dryrun.Refused;
import dev.seventouch.engine.dryrun.Texts;
import dev.seventouch.engine.dryrun.Usual;
import dev.seventouch.engine.dryrun.WorkloadJson;
import dev.seventouch.engine.dryrun.WorkloadText;
import dev.seventouch.engine.simulation.Calendar;
import dev.seventouch.engine.simulation.Scenario;
import dev.seventouch.engine.simulation.Script;
import dev.seventouch.engine.simulation.Simulation;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.wire.Json;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays a plan from a file that need not be published: for one lead as a calendar, or for a list of leads as what it brings about. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Shows the calendar that a lead would live through, or what a list of leads would bring about.")
final class SimulateCommand implements Callable<Integer> {
    private static final int WIDTH = 120;

    enum Format {
        TEXT,
        JSON,
        ICS
    }

    @Parameters(paramLabel = "FILE", description = "a cadence, such as campaigns/website-enquiry.yaml")
    private Path file = Path.of("");

    @Option(
            names = "--from",
            converter = TypedOption.OfMoment.class,
            description =
                    "when the lead is captured: a day, or a time such as 2027-01-05T10:00 in the cadence's fallback zone; now unless given")
    private @Nullable Moment from;

    @Option(
            names = "--for",
            converter = TypedOption.OfLength.class,
            description = "how long to play, such as 2y, 6m or 90d; 1y unless given")
    private Period length = Usual.LENGTH;

    @Option(names = "--format", description = "text, json or ics")
    private Format format = Format.TEXT;

    @Option(names = "--width", description = "of the text, in characters; " + WIDTH + " unless given")
    private int width = WIDTH;

    @Option(names = "--script", description = "what the lead does, and what becomes of touches (YAML)")
    private @Nullable Path script;

    @Option(
            names = "--campaigns",
            description = "where the library and other cadences are; the directory of FILE unless given")
    private @Nullable Path campaigns;

    @Option(names = "--import", paramLabel = "LEADS", description = "a list of leads (CSV) instead of one lead")
    private @Nullable Path leads;

    @Option(
            names = "--cost",
            split = ",",
            paramLabel = "CHANNEL=COST",
            converter = {TypedOption.OfChannel.class, TypedOption.OfAmount.class},
            description = "what a touch costs, such as letter=1.20,gift=15")
    private Map<Channel, BigDecimal> costs = Map.of();

    @Option(names = "--minutes", description = "a person has for tasks on a day; " + Usual.MINUTES + " unless given")
    private int minutes = Usual.MINUTES;

    @Option(
            names = "--region",
            description = "country in which phone numbers without a country code are dialled; " + Usual.REGION
                    + " unless given")
    private String region = Usual.REGION;

    @ArgGroup(exclusive = false, heading = "The lead, who can be reached everywhere unless said otherwise:%n")
    private LeadOptions lead = new LeadOptions();

    private final InstantSource clock;
    private final PrintStream out;
    private final PrintStream errors;

    SimulateCommand(InstantSource clock, PrintStream out, PrintStream errors) {
        this.clock = clock;
        this.out = out;
        this.errors = errors;
    }

    static void main(String[] arguments) {
        // What is printed is the answer, and nothing else.
        LoggingSystem.get(SimulateCommand.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(InstantSource.system(), out, errors, arguments));
    }

    static int run(InstantSource clock, PrintStream out, PrintStream errors, String... arguments) {
        return new CommandLine(new SimulateCommand(clock, out, errors))
                .setExecutionExceptionHandler((fault, _, _) -> {
                    if (fault instanceof Refused refused) {
                        errors.println(refused.getMessage());
                        return 1;
                    }
                    throw fault;
                })
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new java.io.PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new java.io.PrintWriter(errors, true, StandardCharsets.UTF_8))
                .execute(arguments);
    }

    @Override
    public Integer call() {
        PlanFile plan = PlanFile.read(file, campaigns == null ? directory() : campaigns);
        plan.notes().forEach(errors::println);
        Cadence cadence = plan.tried();
        ZoneId zone = cadence.rules().time().fallback();
        Instant start = from == null
                ? clock.instant()
                : from.instant(zone, cadence.rules().time().hours().opens());
        Instant end = start.atZone(zone).plus(length).toInstant();
        if (leads == null) {
            print(calendar(plan, start, end));
        } else {
            print(cadence, ImportPlay.play(LeadRows.of(leads, region), plan.world(), start, end));
        }
        return 0;
    }

    private Path directory() {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file : parent;
    }

    private Calendar calendar(PlanFile plan, Instant start, Instant end) {
        Lead captured = lead.lead(plan, region);
        Script played = script == null ? Script.NONE : Texts.script(script, plan.keys());
        return Simulation.run(
                plan.world(), new Scenario(captured, lead.toConfirm(), start, end, played, Integer.MAX_VALUE));
    }

    private void print(Calendar calendar) {
        switch (format) {
            case TEXT -> out.print(CalendarText.of(calendar, width));
            case JSON -> out.println(json(CalendarJson.of(calendar)));
            case ICS -> out.print(CalendarIcs.of(calendar));
        }
        out.flush();
    }

    private void print(Cadence plan, ImportPlay.Outcome outcome) {
        Costs all = Costs.USUAL.with(costs);
        switch (format) {
            case TEXT -> out.print(WorkloadText.of(plan.ref().toString(), outcome, all, minutes));
            case JSON -> out.println(json(WorkloadJson.of(plan.ref().toString(), outcome, all, minutes)));
            case ICS -> throw new Refused("--format ics is for one lead; expected text or json with --import");
        }
        out.flush();
    }

    private static String json(Object value) {
        return Json.conventions().build().writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }
}
