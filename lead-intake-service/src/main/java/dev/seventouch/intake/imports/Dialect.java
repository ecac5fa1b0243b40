package dev.seventouch.intake.imports;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a list is written, found out by looking at it. */
final class Dialect {
    private static final String DELIMITERS = ",;\t|";
    private static final int SAMPLE = 8192;

    /** What spreadsheets write that don't write Unicode. */
    private static final Charset OFFICE = Charset.forName("windows-1252");

    private Dialect() {}

    /** By the byte order mark; else UTF-8 if all of it is; else what spreadsheets write otherwise. */
    static Charset encodingOf(Path file) throws IOException {
        byte[] head = head(file);
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return UTF_8;
        }
        if (startsWith(head, 0xFF, 0xFE) || zeros(head, 1) > head.length / 4) {
            return UTF_16LE;
        }
        if (startsWith(head, 0xFE, 0xFF) || zeros(head, 0) > head.length / 4) {
            return UTF_16BE;
        }
        return isReadable(file, UTF_8) ? UTF_8 : OFFICE;
    }

    /**
     * The delimiter that the first row holds most of, outside of quotes.
     *
     * @throws CsvList.Broken if it isn't text in {@code encoding}
     */
    static char delimiterOf(Path file, Charset encoding) throws IOException, CsvList.Broken {
        try (Reader in = open(file, encoding)) {
            return delimiterOf(in);
        } catch (CharacterCodingException e) {
            throw new CsvList.Broken(1, "from here on it is not text in " + encoding + "; name its encoding");
        }
    }

    private static char delimiterOf(Reader in) throws IOException {
        int[] counts = new int[DELIMITERS.length()];
        boolean quoted = false;
        for (int i = 0, c = in.read(); c >= 0 && i < 8 * SAMPLE; c = in.read(), i++) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                break;
            } else if (!quoted && DELIMITERS.indexOf(c) >= 0) {
                counts[DELIMITERS.indexOf(c)]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return DELIMITERS.charAt(best);
    }

    /** Reads strictly, past a byte order mark: what is not text in {@code encoding} is a {@link CharacterCodingException}. */
    static Reader open(Path file, Charset encoding) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(4);
        byte[] head = in.readNBytes(3);
        in.reset();
        boolean unicode8 = encoding.equals(UTF_8) && startsWith(head, 0xEF, 0xBB, 0xBF);
        boolean unicode16 = (encoding.equals(UTF_16LE) && startsWith(head, 0xFF, 0xFE))
                || (encoding.equals(UTF_16BE) && startsWith(head, 0xFE, 0xFF));
        in.skipNBytes(unicode8 ? 3 : unicode16 ? 2 : 0);
        return new InputStreamReader(
                in,
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static boolean isReadable(Path file, Charset encoding) throws IOException {
        CharBuffer buffer = CharBuffer.allocate(1 << 16);
        try (Reader in = open(file, encoding)) {
            while (in.read(buffer) >= 0) {
                buffer.clear();
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SAMPLE);
        }
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static int zeros(byte[] head, int from) {
        int zeros = 0;
        for (int i = from; i < head.length; i += 2) {
            zeros += head[i] == 0 ? 1 : 0;
        }
        return zeros;
    }
}
