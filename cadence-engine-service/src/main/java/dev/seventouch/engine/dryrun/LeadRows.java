package dev.seventouch.engine.dryrun;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.seventouch.engine.definition.FactsReader;
import dev.seventouch.engine.simulation.LeadFacts;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.PostalAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list of leads (RFC 4180, with commas, semicolons or tabs), read row by row. Its first row names the columns: fields as intake
 * has them, whatever their capitals, hyphens and spaces; any other is an attribute.
 */
public final class LeadRows {
    private static final Map<String, String> FIELDS =
            FactsReader.FIELDS.stream().collect(Collectors.toMap(LeadRows::plain, field -> field));
    private static final String SEPARATORS = ",;\t|";
    private static final int BYTES_OF_AN_ID = 16;

    private final Path file;
    private final String name;
    private final String region;
    private final char separator;
    private final List<String> columns;

    private LeadRows(Path file, String name, String region, char separator, List<String> columns) {
        this.file = file;
        this.name = name;
        this.region = region;
        this.separator = separator;
        this.columns = columns;
    }

    /** What a row turned out to be. */
    sealed interface Row {

        /** @param facts of a lead that can be identified */
        record Good(LeadFacts facts) implements Row {
            /** The same person twice is one lead. It is not the lead that intake makes of it: its key is not known here. */
            Lead lead(String usualSource) {
                return facts.lead(new LeadId(id(identity(facts.contact()))), usualSource);
            }
        }

        /** @param line on which the row begins, counted from 1 */
        record Bad(long line, String why) implements Row {}
    }

    /**
     * @param region where phone numbers without a country code are dialled
     * @throws Refused if there is no row of names, or none that tells who a lead is
     */
    public static LeadRows of(Path file, String region) {
        return of(file, file.toString(), region);
    }

    /**
     * @param called how it is called in what is said of it
     * @param region where phone numbers without a country code are dialled
     * @throws Refused if there is no row of names, or none that tells who a lead is
     */
    public static LeadRows of(Path file, String called, String region) {
        String header = header(file, called);
        char separator = separator(header);
        List<String> names = reader(separator).ofCsvRecord(header).stream()
                .findFirst()
                .map(CsvRecord::getFields)
                .orElse(List.of());
        List<String> columns = new ArrayList<>();
        Set<String> unique = new HashSet<>();
        for (String name : names) {
            String column = FIELDS.getOrDefault(plain(name), "attributes." + name.strip());
            if (!unique.add(column)) {
                throw new Refused(called + ": line 1: the column \"" + name.strip() + "\" is there twice");
            }
            columns.add(column);
        }
        if (!unique.contains("email")
                && !unique.contains("phone")
                && !unique.containsAll(List.of("name", "street", "city"))) {
            throw new Refused(
                    called + ": line 1: no column tells who a lead is; expected email, phone, or name with street and"
                            + " city; found " + String.join(", ", names));
        }
        return new LeadRows(file, called, region, separator, columns);
    }

    private static String header(Path file, String called) {
        try (BufferedReader lines = Files.newBufferedReader(file, UTF_8)) {
            String line = lines.readLine();
            if (line != null && !line.isBlank()) {
                return line.startsWith("\uFEFF") ? line.substring(1) : line;
            }
        } catch (IOException e) {
            throw new Refused(called + " can't be read as UTF-8 text");
        }
        throw new Refused(called + ": line 1: expected the names of the columns, such as email,name,phone");
    }

    private static char separator(String header) {
        char best = ',';
        long most = 0;
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char candidate = SEPARATORS.charAt(i);
            long count =
                    header.chars().filter(character -> character == candidate).count();
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    private static CsvReader.CsvReaderBuilder reader(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .detectBomHeader(true)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    /**
     * Reads the file once, for those of its rows that fall into a share. Rows about the same person fall into the same one.
     *
     * @param share from 0
     */
    void read(int share, int shares, Consumer<Row> rows) {
        try (CsvReader<CsvRecord> records = reader(separator).ofCsvRecord(file)) {
            boolean isHeader = true;
            for (CsvRecord row : records) {
                if (!isHeader && share(row, shares) == share) {
                    rows.accept(row(row));
                }
                isHeader = false;
            }
        } catch (CsvParseException e) {
            if (share == 0) {
                rows.accept(new Row.Bad(0, "the rest can't be read: " + e.getMessage()));
            }
        } catch (IOException | UncheckedIOException e) {
            throw new Refused(name + " can't be read");
        }
    }

    /** How many rows there are, good and bad, without the names of the columns; counted no further than to {@code most}. */
    public int count(int most) {
        int rows = -1;
        try (CsvReader<CsvRecord> records = reader(separator).ofCsvRecord(file)) {
            for (CsvRecord _ : records) {
                rows++;
                if (rows == most) {
                    return most;
                }
            }
        } catch (CsvParseException e) {
            return rows; // as far as it can be read, which is told when it is
        } catch (IOException | UncheckedIOException e) {
            throw new Refused(name + " can't be read");
        }
        return rows;
    }

    private int share(CsvRecord row, int shares) {
        String who = told(row, "email");
        who = who.isEmpty() ? told(row, "phone").replaceAll("\\D", "") : who;
        who = who.isEmpty() ? told(row, "name") + told(row, "street") + told(row, "city") : who;
        return Math.floorMod(who.toLowerCase(Locale.ROOT).hashCode(), shares);
    }

    private String told(CsvRecord row, String column) {
        int index = columns.indexOf(column);
        return index < 0 || index >= row.getFieldCount()
                ? ""
                : row.getField(index).strip();
    }

    private Row row(CsvRecord row) {
        long line = row.getStartingLineNumber();
        if (row.getFieldCount() != columns.size()) {
            return new Row.Bad(
                    line, "expected " + columns.size() + " fields, as in the first row; found " + row.getFieldCount());
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), row.getField(i));
        }
        List<String> problems = new ArrayList<>();
        LeadFacts facts = FactsReader.read(values, region, (field, why) -> problems.add(field + ": " + why));
        if (problems.isEmpty() && identity(facts.contact()) == null) {
            problems.add("nothing tells who it is: expected an email, a phone number, or a name with street and city");
        }
        return problems.isEmpty() ? new Row.Good(facts) : new Row.Bad(line, String.join("; ", problems));
    }

    private static @Nullable String identity(Contact contact) {
        if (contact.email() != null) {
            return "email:" + contact.email().toLowerCase(Locale.ROOT);
        }
        if (contact.phone() != null) {
            return "phone:" + contact.phone();
        }
        PostalAddress address = contact.address();
        return contact.name() == null || address == null || !address.isComplete()
                ? null
                : Stream.of("post:", contact.name(), address.street(), address.city())
                        .map(part -> String.valueOf(part).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining("\n"));
    }

    private static String id(@Nullable String identity) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.valueOf(identity).getBytes(UTF_8));
            String digits = new BigInteger(1, Arrays.copyOf(hash, BYTES_OF_AN_ID))
                    .shiftLeft(2)
                    .toString(32);
            return "0".repeat(26 - digits.length()) + digits;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** {@code Postal-Code} and {@code postal_code} are {@code postalCode}. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}.]", "");
    }
}
