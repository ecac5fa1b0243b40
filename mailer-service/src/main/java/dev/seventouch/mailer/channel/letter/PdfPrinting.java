package dev.seventouch.mailer.channel.letter;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.mailer.delivery.print.PrintBatch;
import dev.seventouch.mailer.delivery.print.PrintItem;
import dev.seventouch.mailer.delivery.print.Printing;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/** Lays letters, cards and labels out as PDF. Nothing is fetched from anywhere: what is printed is in the item. */
public final class PdfPrinting implements Printing {

    private static final String FONT = "font-family: 'Liberation Serif'";

    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        // It tells how it gets on with each page, and repeats what is on it.
        XRLog.setLoggingEnabled(false);
    }

    @Override
    public void pages(PrintBatch batch, List<PrintItem> items, OutputStream to) throws IOException {
        try (PDDocument all = document()) {
            Fonts fonts = new Fonts(all);
            add(cover(batch, items), all, fonts, SRGB);
            for (PrintItem item : items) {
                // Each by itself, so that page numbers begin anew and one odd letter moves no other.
                add(item.html(), all, fonts, null);
            }
            // Compressed, it would write a count of objects that checkers complain about.
            all.save(to, CompressParameters.NO_COMPRESSION);
        }
    }

    @Override
    public List<Integer> letters(List<PrintItem> items, OutputStream to) throws IOException {
        List<Integer> pages = new ArrayList<>(items.size());
        try (PDDocument all = document()) {
            Fonts fonts = new Fonts(all);
            for (PrintItem item : items) {
                int before = all.getNumberOfPages();
                add(item.html(), all, fonts, pages.isEmpty() ? SRGB : null);
                pages.add(all.getNumberOfPages() - before);
            }
            all.save(to, CompressParameters.NO_COMPRESSION);
        }
        return pages;
    }

    @Override
    public void labels(List<PrintItem> items, Labels sheets, OutputStream to) throws IOException {
        try (PDDocument all = document()) {
            add(LabelSheets.of(sheets).html(items), all, new Fonts(all), SRGB);
            all.save(to, CompressParameters.NO_COMPRESSION);
        }
    }

    @Override
    public String mergeFile(List<PrintItem> items) {
        return MergeFile.of(items, null);
    }

    @Override
    public String recipients(List<PrintItem> items, List<Integer> pages) {
        return MergeFile.of(items, pages);
    }

    /** What is on its pages goes onto the disk while it is made; in memory is what a page is about. */
    private static PDDocument document() {
        return new PDDocument(IOUtils.createTempFileOnlyStreamCache());
    }

    /** @param colours what the document's colours mean, which is told once in a document */
    private static void add(String html, PDDocument all, Fonts fonts, byte @Nullable [] colours) throws IOException {
        PdfRendererBuilder page = new PdfRendererBuilder();
        // PDF/A, as print shops want it. It also spares each letter the fonts that printers are said to have.
        page.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_B);
        if (colours != null) {
            page.useColorProfile(colours);
        }
        fonts.on(page);
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            page.useExternalResourceAccessControl((uri, type) -> uri.startsWith("data:"), when);
        }
        page.withW3cDocument(parsed(html), "");
        page.usePDDocument(all);
        try (PdfBoxRenderer renderer = page.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
        }
    }

    /** Templates are HTML as browsers read it, not XML. */
    private static Document parsed(String html) {
        return new W3CDom().fromJsoup(Jsoup.parse(html));
    }

    private static String cover(PrintBatch batch, List<PrintItem> items) {
        String rows = items.stream()
                .map(item ->
                        "<tr><td>" + Html.text(item.channel().name().toLowerCase(java.util.Locale.ROOT)) + "</td><td>"
                                + Html.text(String.join(", ", item.address())) + "</td><td>"
                                + Html.text(item.touch().value())
                                + "</td></tr>")
                .collect(Collectors.joining());
        return "<html><head><style>@page { size: A4; margin: 20mm; @bottom-right { " + FONT
                + "; content: counter(page) \" of \""
                + " counter(pages); } } body { " + FONT + "; font-size: 9pt; } h1 { font-size: 16pt; }"
                + " table { width: 100%; -fs-table-paginate: paginate; border-collapse: collapse; }"
                + " td, th { text-align: left; border-bottom: 0.2mm solid #999; padding: 1mm; }</style></head><body>"
                + "<h1>Batch " + Html.text(batch.id()) + "</h1><p>" + count(items, Channel.LETTER, "letter") + ", "
                + count(items, Channel.CARD, "card") + ". If one is missing in the stack, print the batch again.</p>"
                + "<table><thead><tr><th>What</th><th>To</th><th>Touch</th></tr></thead><tbody>" + rows
                + "</tbody></table></body></html>";
    }

    private static String count(List<PrintItem> items, Channel channel, String word) {
        long count = items.stream().filter(item -> item.channel() == channel).count();
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
