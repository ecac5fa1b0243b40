package dev.seventouch.engine.web;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.definition.Published;
import dev.seventouch.engine.dryrun.CalendarIcs;
import dev.seventouch.engine.dryrun.CalendarJson;
import dev.seventouch.engine.simulation.Calendar;
import dev.seventouch.engine.simulation.LeadFacts;
import dev.seventouch.engine.simulation.SampleLead;
import dev.seventouch.engine.simulation.Scenario;
import dev.seventouch.engine.simulation.Simulation;
import dev.seventouch.engine.simulation.World;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.service.web.BadRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The calendar that a lead would live through, by a plan that is published or by one that is not. Nothing changes by it. */
@RestController
@RequestMapping("/api/v1/cadences")
class SimulationController {
    private static final String ICALENDAR = "text/calendar;charset=UTF-8";
    private static final Duration USUAL = Duration.ofDays(365);
    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final int MOST_LINES = 2_000;

    private final Published published;
    private final InstantSource clock;

    SimulationController(Published published, InstantSource clock) {
        this.published = published;
        this.clock = clock;
    }

    @PostMapping(path = "/{id}/simulate", produces = MediaType.APPLICATION_JSON_VALUE)
    CalendarJson asJson(@PathVariable String id, @RequestBody(required = false) @Nullable SimulationRequest request) {
        return CalendarJson.of(calendar(Newest.of(id, published), request));
    }

    @PostMapping(path = "/{id}/simulate", produces = ICALENDAR)
    String asCalendar(@PathVariable String id, @RequestBody(required = false) @Nullable SimulationRequest request) {
        return CalendarIcs.of(calendar(Newest.of(id, published), request));
    }

    @PostMapping(
            path = "/simulate",
            consumes = {MediaType.APPLICATION_YAML_VALUE, "application/x-yaml", MediaType.TEXT_PLAIN_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    CalendarJson unpublishedAsJson(
            @RequestBody String yaml,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Integer days) {
        return CalendarJson.of(calendar(Draft.of(yaml, published), with(from, days)));
    }

    @PostMapping(
            path = "/simulate",
            consumes = {MediaType.APPLICATION_YAML_VALUE, "application/x-yaml", MediaType.TEXT_PLAIN_VALUE},
            produces = ICALENDAR)
    String unpublishedAsCalendar(
            @RequestBody String yaml,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Integer days) {
        return CalendarIcs.of(calendar(Draft.of(yaml, published), with(from, days)));
    }

    private static SimulationRequest with(@Nullable Instant from, @Nullable Integer days) {
        return new SimulationRequest(from, days, null, null, null);
    }

    private Calendar calendar(Cadence cadence, @Nullable SimulationRequest asked) {
        SimulationRequest request = asked == null ? SimulationRequest.USUAL : asked;
        Instant from = request.from() == null ? clock.instant() : request.from();
        Duration length = request.days() == null ? USUAL : Duration.ofDays(request.days());
        if (length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0) {
            throw new BadRequest("days", "expected 1 to " + LONGEST.toDays());
        }
        World world = new World(published, cadence);
        return Simulation.run(
                world,
                new Scenario(
                        lead(world, request.facts()),
                        Boolean.TRUE.equals(request.toConfirm()),
                        from,
                        from.plus(length),
                        request.played(world.keys(published.newest())),
                        MOST_LINES));
    }

    private static Lead lead(World world, @Nullable LeadFacts facts) {
        Lead sample = SampleLead.of(world.tried());
        Lead lead =
                facts == null ? sample : facts.lead(sample.id(), sample.origin().source());
        String source = lead.origin().source();
        Cadence taking = world.taking(source).orElse(world.tried());
        if (!taking.ref().equals(world.tried().ref())) {
            throw new BadRequest(
                    "lead.source",
                    "leads from \"" + source + "\" are taken by " + taking.ref().id());
        }
        return lead;
    }
}
