package dev.seventouch.mailer.channel.letter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Conversation;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.PostalAddress;
import dev.seventouch.events.library.LibraryItem;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.mailer.Campaign;
import dev.seventouch.mailer.TestTouches;
import dev.seventouch.mailer.delivery.print.PrintBatch;
import dev.seventouch.mailer.delivery.print.PrintItem;
import dev.seventouch.mailer.delivery.print.Printing;
import dev.seventouch.mailer.template.AddressLines;
import dev.seventouch.mailer.template.SampleTouches;
import dev.seventouch.mailer.template.Template;
import dev.seventouch.mailer.template.TemplateShelf;
import dev.seventouch.mailer.template.TouchModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfPrintingTest {

    private static final Instant NOON = Instant.parse("2026-03-12T11:00:00Z");
    private static final PrintBatch BATCH = new PrintBatch("2026-03-12-a", PrintBatch.State.OPEN, NOON, null, NOON);
    private static final double POINTS_PER_MM = 72 / 25.4;

    private final PdfPrinting printing = new PdfPrinting();

    @TempDir
    Path directory;

    /** DIN 5008 form B: the address zone is 85 by 45 mm, 20 mm from the left and 45 mm from the top. */
    @Test
    void the_address_is_in_the_window_of_every_shipped_letter() throws Exception {
        int letters = 0;
        for (TemplateShelf.Entry entry : Campaign.shelf().entries()) {
            Template template = entry.good();
            if (template == null || !template.kind().isFor(Channel.LETTER)) {
                continue;
            }
            letters++;
            try (PDDocument pdf = read(pages(List.of(item(1, template, "Jonas Brandt"))))) {
                for (String line : List.of("Brandt Holzbau", "Jonas Brandt", "Werftstraße 12", "24143 Kiel")) {
                    assertThat(places(pdf, 2, line))
                            .as(entry.id() + ": " + line)
                            .anyMatch(place -> place.left >= 20
                                    && place.right <= 105
                                    && place.baseline >= 47
                                    && place.baseline <= 90);
                }
                assertThat(places(pdf, 2, "Hafenstraße 7"))
                        .anyMatch(place -> place.baseline > 45 && place.baseline < 60);
                assertThat(pdf.getNumberOfPages())
                        .as(entry.id() + " is one page, after the cover")
                        .isEqualTo(2);
                assertThat(pdf.getPage(1).getMediaBox().getWidth()).isCloseTo(595.28f, within(0.5f));
            }
        }
        assertThat(letters).isGreaterThan(1);
    }

    /** The longest that intake and decency let through, and more lines than an address usually has. */
    @Test
    void also_a_long_address_is_in_the_window_whole() throws Exception {
        PostalAddress address = new PostalAddress(
                "Hinterhaus, zweiter Aufgang links, An der ehemaligen Güterabfertigung 1234 b-c",
                "24143",
                "Neustadt an der Waldnaab bei Weiden in der Oberpfalz, Ortsteil Quirin",
                "DE");
        Lead lead = lead(
                "Dr.-Ing. Maximiliane Freifrau von und zu Schwarzenberg-Hohenlohe-Langenburg",
                "Gemeinnützige Wohnungsbaugenossenschaft der Eisenbahner und Postler eG, Verw.",
                address);
        assertThat(AddressLines.envelope(lead.contact())).hasSize(5);
        for (String layout : List.of("layout-letter", "layout-letter-us")) {
            Window window = windowOf(layout);
            try (PDDocument pdf = read(pages(List.of(letter(layout, "<p>Words.</p>", lead))))) {
                for (String line : AddressLines.envelope(lead.contact())) {
                    for (String word : List.of(line.substring(0, 6), line.substring(line.length() - 6))) {
                        assertThat(places(pdf, 2, word.strip()))
                                .as(layout + ": " + word)
                                .anyMatch(window::holds);
                    }
                }
            }
        }
    }

    /** A #10 window: 7/8 inch from the left, 4 1/2 by 1 1/8 inches; the sheet, folded in three, stands on the envelope's bottom. */
    @Test
    void the_address_is_in_the_window_of_a_us_letter() throws Exception {
        Lead lead = lead(
                "Ada Lovelace",
                "Analytical Engines",
                new PostalAddress("12 Main St", "62701", "Springfield, IL", "US"));
        try (PDDocument pdf = read(pages(List.of(letter("layout-letter-us", "<p>Words.</p>", lead))))) {
            assertThat(pdf.getPage(1).getMediaBox().getWidth()).isCloseTo(612f, within(0.5f));
            assertThat(pdf.getPage(1).getMediaBox().getHeight()).isCloseTo(792f, within(0.5f));
            for (String line : List.of(
                    "Analytical Engines", "Ada Lovelace", "12 Main St", "Springfield, IL 62701", "United States")) {
                assertThat(places(pdf, 2, line)).as(line).anyMatch(windowOf("layout-letter-us")::holds);
            }
            // Nothing else shows in the window.
            assertThat(places(pdf, 2, "Hafenstraße 7")).noneMatch(windowOf("layout-letter-us")::holds);
        }
    }

    @Test
    void pages_after_the_first_have_numbers_of_their_own_letter_and_none_is_blank() throws Exception {
        Lead lead = lead("Ada Lovelace", null, new PostalAddress("Werftstraße 12", "24143", "Kiel", "DE"));
        List<PrintItem> items = IntStream.rangeClosed(1, 40)
                .mapToObj(paragraphs -> letter(
                        paragraphs % 2 == 0 ? "layout-letter" : "layout-letter-us",
                        "<p>A paragraph of some length, so that a letter of a few of them goes on to its second page and"
                                + " perhaps to its third, however the lines happen to fall on it this time.</p>"
                                        .repeat(paragraphs)
                                + "<p>The end of " + paragraphs + ".</p>",
                        lead))
                .toList();
        try (PDDocument pdf = read(pages(items))) {
            int page = 2;
            while (!text(pdf, page).contains("A paragraph")) {
                page++;
            }
            int letters = 0;
            int longest = 1;
            while (page <= pdf.getNumberOfPages()) {
                assertThat(text(pdf, page)).as("page " + page).contains("Ada Lovelace", "Werftstraße 12");
                int last = page;
                while (!text(pdf, last).contains("incerely,")) {
                    last++;
                }
                for (int next = page; next <= last; next++) {
                    String number = (next - page + 1) + " / " + (last - page + 1);
                    if (next == page) {
                        assertThat(text(pdf, next)).doesNotContain(number);
                    } else {
                        assertThat(text(pdf, next)).contains(number);
                        assertThat(text(pdf, next).length()).isGreaterThan(40);
                    }
                }
                letters++;
                longest = Math.max(longest, last - page + 1);
                page = last + 1;
            }
            assertThat(letters).isEqualTo(40);
            assertThat(longest).isGreaterThan(1);
        }
    }

    @Test
    void a_batch_is_a_cover_and_each_letter_on_its_own_pages_with_fonts_inside() throws Exception {
        Template template = Campaign.shelf().find("introduction").orElseThrow();
        List<PrintItem> items = IntStream.rangeClosed(1, 20)
                .mapToObj(number -> item(number, template, "Lead " + number))
                .toList();
        byte[] bytes = pages(items);
        // For people to look at.
        Files.write(Path.of("target", "letters.pdf"), bytes);
        Files.write(
                Path.of("target", "letter-us.pdf"),
                pages(List.of(
                        letter("layout-letter-us", "<p>Words.</p>".repeat(40), TestTouches.person(1, "Ada", null)))));
        try (PDDocument pdf = read(bytes)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(21);
            assertThat(text(pdf, 1)).contains("Batch 2026-03-12-a", "20 letters, 0 cards", "Lead 20");
            for (int number = 1; number <= 20; number++) {
                assertThat(text(pdf, number + 1)).contains("Dear Lead " + number + ",");
            }
            for (PDPage page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
        // Fonts are in it once, not once a letter.
        assertThat(bytes.length).isLessThan(400_000);
        qpdfIsContent(bytes);
    }

    @Test
    void the_words_of_a_lead_are_words_and_nothing_is_fetched() throws Exception {
        String html =
                "<html><body><p>&lt;b&gt;</p><img src=\"http://127.0.0.1:1/x.png\"><img src=\"file:///etc/passwd\">"
                        + "<link rel=stylesheet href=\"file:///etc/passwd\"><p>unclosed<br>é 🌞 李明</body></html>";
        try (PDDocument pdf = read(pages(List.of(raw(1, Channel.CARD, html, List.of("<script>", "a & b")))))) {
            assertThat(text(pdf, 1)).contains("<script>, a & b");
            assertThat(text(pdf, 2)).contains("<b>", "unclosed", "é");
        }
    }

    @Test
    void labels_are_where_the_sheets_have_them() throws Exception {
        List<PrintItem> items = IntStream.rangeClosed(1, 22)
                .mapToObj(number -> raw(number, Channel.CARD, "<p>x</p>", List.of("Name" + number + "x", "Street")))
                .toList();
        try (PDDocument pdf = read(labels(items, Printing.Labels.L7160))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            assertThat(place(pdf, 1, "Name1x").left).isBetween(7.25, 7.25 + 63.5);
            assertThat(place(pdf, 1, "Name1x").baseline).isBetween(15.15, 15.15 + 38.1);
            assertThat(place(pdf, 1, "Name3x").left).isBetween(7.25 + 132.0, 202.75);
            assertThat(place(pdf, 1, "Name21x").baseline).isBetween(15.15 + 6 * 38.1, 15.15 + 7 * 38.1);
            assertThat(text(pdf, 2)).contains("Name22x").doesNotContain("Name21x");
        }
        try (PDDocument pdf = read(labels(items, Printing.Labels.AVERY5160))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(place(pdf, 1, "Name4x").baseline).isBetween(12.7 + 25.4, 12.7 + 50.8);
        }
    }

    @Test
    void the_merge_file_holds_words_and_no_formula() {
        String csv = printing.mergeFile(List.of(
                raw(1, Channel.LETTER, "", List.of("=cmd|' /C calc'!A0", "Smith, \"Jo\"", "+49", "Weg\r\n1", "Kiel"))));
        assertThat(csv.split("\r\n", 2)[0]).isEqualTo("touch,channel,line1,line2,line3,line4,line5,line6,line7");
        assertThat(csv.split("\r\n", 2)[1])
                .contains("letter,'=cmd|' /C calc'!A0,\"Smith, \"\"Jo\"\"\",'+49,\"Weg\r\n1\",Kiel,,\r\n");
    }

    /** In millimetres from the page's top left corner. */
    private record Window(double left, double top, double right, double bottom) {

        boolean holds(Place place) {
            return place.left >= left
                    && place.right <= right
                    && place.baseline - 2 >= top
                    && place.baseline + 1 <= bottom;
        }
    }

    private static Window windowOf(String layout) {
        return layout.equals("layout-letter")
                ? new Window(20, 45, 105, 90)
                : new Window(0.875 * 25.4, 2.04 * 25.4, 5.375 * 25.4, 3.17 * 25.4);
    }

    private static Lead lead(String name, @Nullable String company, PostalAddress address) {
        Lead person = TestTouches.person(1, name, null);
        Contact contact = new Contact(name, null, null, address, company, "en", null, address.country());
        return new Lead(person.id(), contact, person.origin(), person.owner(), null, person.attributes());
    }

    /** Behind its words comes a line for its reader alone, as long as it can be. */
    @Test
    void a_card_is_one_page_with_any_item_of_the_library_and_a_long_line_for_its_reader() throws Exception {
        TemplateShelf shelf = Campaign.shelf();
        Template card = shelf.find("season").orElseThrow();
        Lead lead = SampleTouches.wellKnown().withConversation(new Conversation(NOON, null, "long words ".repeat(40)));
        List<LibraryItem> items = Campaign.itemsFor(Channel.CARD);
        assertThat(items).isNotEmpty();
        List<PrintItem> cards = new ArrayList<>();
        for (LibraryItem item : items) {
            TouchEvent.Due due = TestTouches.due(lead, item.id(), 1, NOON, Channel.CARD, Recipient.LEAD, "season");
            cards.add(raw(
                    cards.size(),
                    Channel.CARD,
                    shelf.fill(card, TouchModel.of(due, item, Campaign.SENDER, "en", SampleTouches.WAYS, NOON))
                            .html(),
                    List.of("Jonas Brandt")));
        }
        TouchEvent.Due plain = TestTouches.due(lead, "plain", 1, NOON, Channel.CARD, Recipient.LEAD, "season");
        cards.add(raw(
                cards.size(),
                Channel.CARD,
                shelf.fill(card, TouchModel.of(plain, null, Campaign.SENDER, "en", SampleTouches.WAYS, NOON))
                        .html(),
                List.of("Jonas Brandt")));
        assertThat(printing.letters(cards, new ByteArrayOutputStream())).containsOnly(1);
    }

    private static PrintItem letter(String layout, String words, Lead lead) {
        try {
            Template template = Template.compiled(
                    "test", 1, "---\nchannel: letter\nlayout: " + layout + "\n---\n=== html\n" + words);
            String html = Campaign.shelf()
                    .fill(template, SampleTouches.model(template, Campaign.SENDER, lead))
                    .html();
            return raw(1, Channel.LETTER, html, List.of("Ada Lovelace"));
        } catch (dev.seventouch.mailer.template.TemplateMistake e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] pages(List<PrintItem> items) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        printing.pages(BATCH, items, out);
        return out.toByteArray();
    }

    private byte[] labels(List<PrintItem> items, Printing.Labels sheets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        printing.labels(items, sheets, out);
        return out.toByteArray();
    }

    private static PrintItem item(int number, Template template, String name) {
        try {
            var lead = TestTouches.person(number, name, "lead@example.com");
            String html = Campaign.shelf()
                    .fill(template, SampleTouches.model(template, Campaign.SENDER, lead))
                    .html();
            return raw(number, Channel.LETTER, html, List.of("Brandt Holzbau", name, "Werftstraße 12", "24143 Kiel"));
        } catch (dev.seventouch.mailer.template.TemplateMistake e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrintItem raw(int number, Channel channel, String html, List<String> address) {
        TouchEvent.Due due = TestTouches.due(
                TestTouches.person(number, "A", null), "letter", 1, NOON, channel, Recipient.LEAD, "introduction");
        return new PrintItem(
                due.touch().id(),
                due.touch().lead(),
                channel,
                address,
                html,
                PrintItem.State.BATCHED,
                NOON,
                BATCH.id());
    }

    private static PDDocument read(byte[] pdf) throws IOException {
        return Loader.loadPDF(pdf);
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf).replaceAll("\\s+", " ");
    }

    /** In millimetres from the page's top left corner. */
    private record Place(double left, double right, double baseline) {}

    private static Place place(PDDocument pdf, int page, String words) throws IOException {
        return places(pdf, page, words).getFirst();
    }

    private static List<Place> places(PDDocument pdf, int page, String words) throws IOException {
        List<TextPosition> all = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                all.add(text);
                super.processTextPosition(text);
            }
        };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(pdf);
        StringBuilder seen = new StringBuilder();
        all.forEach(position -> seen.append(position.getUnicode(), 0, 1));
        List<Place> places = new ArrayList<>();
        for (int at = seen.indexOf(words); at >= 0; at = seen.indexOf(words, at + 1)) {
            TextPosition first = all.get(at);
            TextPosition last = all.get(at + words.length() - 1);
            places.add(new Place(
                    first.getXDirAdj() / POINTS_PER_MM,
                    (last.getXDirAdj() + last.getWidthDirAdj()) / POINTS_PER_MM,
                    first.getYDirAdj() / POINTS_PER_MM));
        }
        assertThat(places).as("\"" + words + "\" in " + seen).isNotEmpty();
        return places;
    }

    private void qpdfIsContent(byte[] pdf) throws Exception {
        Path file = Files.write(directory.resolve("batch.pdf"), pdf);
        Process qpdf;
        try {
            qpdf = new ProcessBuilder("qpdf", "--check", file.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            System.out.println("SKIPPED: a foreign opinion on a PDF, because qpdf is not there");
            return;
        }
        String said = new String(qpdf.getInputStream().readAllBytes(), UTF_8);
        assertThat(qpdf.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(qpdf.exitValue()).as(said).isZero();
    }
}
