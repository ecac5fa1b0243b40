package dev.seventouch.mailer.delivery.print;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Makes what a printer prints. */
public interface Printing {

    /** Sheets of sticky labels. */
    enum Labels {
        /** A4, 3 by 7, 63.5 by 38.1 mm. */
        L7160,
        /** US letter, 3 by 10, 2.625 by 1 inches. */
        AVERY5160
    }

    /** One PDF: a cover sheet that tells what must be there, then each letter on pages of its own. */
    void pages(PrintBatch batch, List<PrintItem> items, OutputStream to) throws IOException;

    /**
     * One PDF without a cover sheet.
     *
     * @return how many pages each of {@code items} has
     */
    List<Integer> letters(List<PrintItem> items, OutputStream to) throws IOException;

    /** One PDF of sticky labels. */
    void labels(List<PrintItem> items, Labels sheets, OutputStream to) throws IOException;

    /** What a mail merge elsewhere needs, as CSV (RFC 4180) that no spreadsheet takes for formulas. */
    String mergeFile(List<PrintItem> items);

    /** The same with the pages that each has in the PDF, counted from 1. */
    String recipients(List<PrintItem> items, List<Integer> pages);
}
