package dev.seventouch.mailer.channel.letter;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of one document, embedded once however many letters are in it. They come with us: a printer has others. */
final class Fonts {

    private static final String FAMILY = "Liberation Serif";

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
            return PDType0Font.load(document, in, true);
        }
    }

    void on(PdfRendererBuilder page) {
        page.useFont(new PDFontSupplier(regular), FAMILY, 400, FontStyle.NORMAL, true);
        page.useFont(new PDFontSupplier(bold), FAMILY, 700, FontStyle.NORMAL, true);
        page.useFont(new PDFontSupplier(italic), FAMILY, 400, FontStyle.ITALIC, true);
    }
}
