package dev.seventouch.intake.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.seventouch.intake.lead.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rows that could not be taken in, as CSV: line, reason, and the row as it was. */
final class Rejects implements AutoCloseable {
    /** What a spreadsheet would run instead of show (OWASP, CSV injection); a plain number or a phone number is none. */
    private static final Pattern FORMULA = Pattern.compile("(?s)[=@\\t\\r].*|[+-](?![\\d\\s()./,-]*$).*");

    private final Path file;
    private final CsvWriter writer;

    private Rejects(Path file, CsvWriter writer) {
        this.file = file;
        this.writer = writer;
    }

    /**
     * Goes on behind what was written by the last batch that counts.
     *
     * @param length of the file then; 0 for a new one
     */
    static Rejects open(Path file, long length, List<String> columns) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
        OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND);
        Rejects rejects = new Rejects(file, CsvWriter.builder().build(out, UTF_8));
        if (length == 0) {
            rejects.write("line", "reason", columns);
        }
        return rejects;
    }

    void add(CsvList.Row row, List<Problem> problems) {
        write(
                String.valueOf(row.line()),
                problems.stream()
                        .map(problem -> problem.field() + " " + problem.message())
                        .collect(Collectors.joining("; ")),
                row.fields());
    }

    private void write(String line, String reason, List<String> fields) {
        List<String> record = new ArrayList<>(fields.size() + 2);
        record.add(line);
        record.add(reason);
        fields.forEach(field -> record.add(FORMULA.matcher(field).matches() ? "'" + field : field));
        writer.writeRecord(record);
    }

    /** What was added is on its way to the disk; the length of the file. */
    long flushed() throws IOException {
        writer.flush();
        return Files.size(file);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
