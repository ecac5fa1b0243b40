package dev.seventouch.engine;

import dev.seventouch.engine.definition.FactsReader;
import dev.seventouch.engine.dryrun.PlanFile;
import dev.seventouch.engine.dryrun.Refused;
import dev.seventouch.engine.dryrun.Texts;
import dev.seventouch.engine.simulation.LeadFacts;
import dev.seventouch.engine.simulation.SampleLead;
import dev.seventouch.events.lead.Lead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The lead of a dry run. */
final class LeadOptions {
    @Option(names = "--lead", description = "what is known of the lead, and nothing else (YAML)")
    private @Nullable Path file;

    @Option(names = "--zone", description = "such as America/New_York")
    private @Nullable String zone;

    @Option(names = "--country", description = "such as US: whose holidays are kept")
    private @Nullable String country;

    @Option(names = "--language", description = "such as en")
    private @Nullable String language;

    @Option(names = "--source", description = "where it came from, such as website")
    private @Nullable String source;

    @Option(names = "--value", description = "what a sale to it is worth")
    private @Nullable String value;

    @Option(
            names = "--without",
            split = ",",
            description = "what is not known of it: email, phone, address",
            converter = UnknownReader.class)
    private List<SampleLead.Unknown> without = List.of();

    @Option(names = "--confirm", description = "the capture waits for a confirmation")
    private boolean confirm;

    boolean toConfirm() {
        return confirm;
    }

    /** @throws Refused if something of it can't be read, or another cadence takes it */
    Lead lead(PlanFile plan, String region) {
        Lead sample = SampleLead.of(plan.tried());
        Lead known = file == null
                ? SampleLead.without(sample, without)
                : Texts.lead(file, region).lead(sample.id(), sample.origin().source());
        Lead lead = told(region).over(known);
        plan.world()
                .taking(lead.origin().source())
                .filter(taking -> !taking.ref().equals(plan.tried().ref()))
                .ifPresent(taking -> {
                    throw new Refused("leads from \"" + lead.origin().source() + "\" are taken by "
                            + taking.ref().id() + ", not by "
                            + plan.tried().ref().id());
                });
        return lead;
    }

    private LeadFacts told(String region) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "zone", zone);
        put(values, "country", country);
        put(values, "language", language);
        put(values, "source", source);
        put(values, "value", value);
        List<String> problems = new ArrayList<>();
        LeadFacts facts = FactsReader.read(values, region, (field, why) -> problems.add("--" + field + ": " + why));
        if (!problems.isEmpty()) {
            throw new Refused(problems);
        }
        return facts;
    }

    private static void put(Map<String, String> values, String name, @Nullable String text) {
        if (text != null) {
            values.put(name, text);
        }
    }

    private static final class UnknownReader implements picocli.CommandLine.ITypeConverter<SampleLead.Unknown> {
        @Override
        public SampleLead.Unknown convert(String text) {
            return switch (text) {
                case "email" -> SampleLead.Unknown.EMAIL;
                case "phone" -> SampleLead.Unknown.PHONE;
                case "address" -> SampleLead.Unknown.ADDRESS;
                default -> throw new picocli.CommandLine.TypeConversionException("expected email, phone or address");
            };
        }
    }
}
