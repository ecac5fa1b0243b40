package dev.seventouch.benchmarks;

import dev.seventouch.benchmarks.machine.Directories;
import dev.seventouch.benchmarks.report.Figures;
import dev.seventouch.benchmarks.report.Machine;
import dev.seventouch.benchmarks.report.Measure;
import dev.seventouch.benchmarks.report.Table;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.mailer.channel.letter.PdfPrinting;
import dev.seventouch.mailer.delivery.print.PrintBatch;
import dev.seventouch.mailer.delivery.print.PrintItem;
import dev.seventouch.mailer.template.AddressLines;
import dev.seventouch.mailer.template.SampleTouches;
import dev.seventouch.mailer.template.Sender;
import dev.seventouch.mailer.template.Template;
import dev.seventouch.mailer.template.TemplateMistake;
import dev.seventouch.mailer.template.TemplateShelf;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A batch of letters from filled templates to one PDF. */
@Command(
        name = "./seventouch bench letters",
        description = "Measures how fast a batch of letters becomes a PDF, and how much memory that takes.",
        showDefaultValues = true,
        sortOptions = false,
        usageHelpAutoWidth = true)
final class LettersBench implements Callable<Integer> {

    private static final Measure RATE = Measure.rate("pages");
    private static final Measure PROCESSOR = Measure.cost("processor time for each", "ms");
    private static final Measure FILLED = Measure.rate("letters filled from their template");
    private static final Measure SIZE = Measure.cost("size of the PDF", "MB");
    private static final Measure HEAP = Measure.cost("most heap in use", "MB");
    private static final Instant NOON = Instant.parse("2026-03-12T11:00:00Z");
    private static final Sender SENDER = new Sender(
            "Nordlicht Solar", "hello@nordlicht.example", "Nordlicht Solar GmbH, Hafenstraße 7, 24103 Kiel, Germany");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    @Option(names = "--letters", paramLabel = "N", description = "letters in the batch")
    private int letters = 1000;

    @Option(names = "--rounds", paramLabel = "N", description = "how often it is printed, after one round to warm up")
    private int rounds = 5;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Figures figures = new Figures();
    private final PdfPrinting printing = new PdfPrinting();

    static void main(String[] arguments) {
        System.exit(new CommandLine(new LettersBench()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, TemplateMistake {
        Path root = Directories.ofTheProject();
        Machine.here().busyBefore().ifPresent(busy -> figures.note(busy + "."));
        TemplateShelf shelf = shelf(root.resolve("campaigns").resolve("templates"));
        Path pdf = root.resolve("benchmarks").resolve("target").resolve("letters.pdf");
        for (int round = 0; round <= rounds; round++) {
            round(shelf, pdf, round > 0);
        }
        figures.note("Each letter is one page of the shipped introduction; the PDF is " + root.relativize(pdf) + ".");
        out.println(Table.of(figures));
        return 0;
    }

    private void round(TemplateShelf shelf, Path pdf, boolean isMeasured) throws IOException, TemplateMistake {
        long begin = System.nanoTime();
        List<PrintItem> items = items(shelf);
        long filled = System.nanoTime();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(pdf))) {
            printing.pages(new PrintBatch("bench", PrintBatch.State.OPEN, NOON, null, NOON), items, to);
        }
        double seconds = (System.nanoTime() - filled) / 1e9;
        if (isMeasured) {
            figures.add("letters", RATE, letters / seconds);
            figures.add(
                    "letters",
                    PROCESSOR,
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor) / 1e6 / letters);
            figures.add("letters", FILLED, letters / ((filled - begin) / 1e9));
            figures.add("letters", SIZE, Files.size(pdf) / 1e6);
            figures.add(
                    "letters",
                    HEAP,
                    heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / 1e6);
        }
    }

    private static Stream<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    private List<PrintItem> items(TemplateShelf shelf) throws TemplateMistake {
        Template template = shelf.find("introduction").orElseThrow();
        List<Lead> leads =
                IntStream.rangeClosed(1, letters).mapToObj(LettersBench::lead).toList();
        List<PrintItem> items = new ArrayList<>(letters);
        for (Lead lead : leads) {
            items.add(new PrintItem(
                    new TouchId("%032x".formatted(items.size())),
                    lead.id(),
                    Channel.LETTER,
                    AddressLines.envelope(lead.contact()),
                    shelf.fill(template, SampleTouches.model(template, SENDER, lead))
                            .html(),
                    PrintItem.State.BATCHED,
                    NOON,
                    "bench"));
        }
        return items;
    }

    private static Lead lead(int number) {
        Lead sample = SampleTouches.wellKnown();
        Contact known = sample.contact();
        return new Lead(
                new LeadId("%026d".formatted(number)),
                new Contact(
                        "Jonas Brandt " + number,
                        known.email(),
                        known.phone(),
                        known.address(),
                        known.company(),
                        known.language(),
                        known.zone(),
                        known.country()),
                sample.origin(),
                sample.owner(),
                null,
                sample.attributes());
    }

    private static TemplateShelf shelf(Path directory) throws IOException {
        TemplateShelf shelf = new TemplateShelf();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".ftl")).toList()) {
                shelf.put(file.getFileName().toString().replace(".ftl", ""), 1, Files.readString(file));
            }
        }
        return shelf;
    }
}
