package dev.seventouch.mailer.channel.letter;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of one document, embedded once however many letters are in it. They come with us: a printer has others. */
final class Fonts {

    /** The last three are what the layout engine calls its own, which it takes when a template names a font that is not there. */
    private static final List<String> FAMILIES = List.of("Liberation Serif", "Serif", "SansSerif", "Monospaced");

    private final PDFont regular;
    private final PDFont bold;
    private final PDFont italic;

    Fonts(PDDocument document) throws IOException {
        regular = read(document, "/liberation/LiberationSerif-Regular.ttf");
        bold = read(document, "/liberation/LiberationSerif-Bold.ttf");
        italic = read(document, "/liberation/LiberationSerif-Italic.ttf");
    }

    private static PDFont read(PDDocument document, String file) throws IOException {
        try (InputStream in = Fonts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new UncheckedIOException(new IOException(file + " is missing in the build"));
            }
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // Ligatures: looking for them takes longer than all else together.
            font.setEnableGsub(false);
            return PDType0Font.load(document, font, true);
        }
    }

    void on(PdfRendererBuilder page) {
        for (String family : FAMILIES) {
            page.useFont(new PDFontSupplier(regular), family, 400, FontStyle.NORMAL, true);
            page.useFont(new PDFontSupplier(bold), family, 700, FontStyle.NORMAL, true);
            page.useFont(new PDFontSupplier(italic), family, 400, FontStyle.ITALIC, true);
        }
    }
}
