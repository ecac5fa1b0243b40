package dev.seventouch.intake.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a list (RFC 4180, with any delimiter), read one by one. */
final class CsvList implements AutoCloseable {
    /** Characters of one row. */
    private static final int LONGEST_ROW = 1 << 20;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final String encoding;
    private long line = 1;

    private CsvList(CsvReader<CsvRecord> reader, String encoding) {
        this.reader = reader;
        this.records = reader.iterator();
        this.encoding = encoding;
    }

    /** @param line on which the row begins, from 1 */
    record Row(long line, List<String> fields) {}

    /** The list can't be read any further. */
    static final class Broken extends Exception {
        Broken(long line, String why) {
            super("line " + line + ": " + why, null, false, false);
        }
    }

    static CsvList open(Path file, char delimiter, Charset encoding) throws IOException {
        return new CsvList(
                CsvReader.builder()
                        .fieldSeparator(delimiter)
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .allowExtraCharsAfterClosingQuote(false)
                        .maxBufferSize(LONGEST_ROW)
                        .ofCsvRecord(Dialect.open(file, encoding)),
                encoding.name());
    }

    /**
     * The next row, or null behind the last one.
     *
     * @throws Broken naming the line behind which it can't be read
     */
    @Nullable Row read() throws Broken {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord row = records.next();
            line = row.getStartingLineNumber();
            return new Row(line, row.getFields());
        } catch (CsvParseException e) {
            throw new Broken(
                    line,
                    "from here on the quotes don't match, or a row is longer than " + LONGEST_ROW + " characters");
        } catch (UncheckedIOException e) {
            throw new Broken(
                    line,
                    e.getCause() instanceof CharacterCodingException
                            ? "from here on it is not text in " + encoding + "; name its encoding"
                            : "from here on it can't be read");
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
