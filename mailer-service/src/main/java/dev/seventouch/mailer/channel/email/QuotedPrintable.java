package dev.seventouch.mailer.channel.email;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Text as quoted-printable UTF-8 (RFC 2045 6.7). The encoder that comes with Jakarta Mail goes through a stream byte by byte,
 * which was the largest single cost of an unsigned mail.
 */
final class QuotedPrintable {

    private static final int LINE = 76;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(US_ASCII);

    private final byte[] text;
    private byte[] encoded;
    private int size;
    private int column;

    private QuotedPrintable(byte[] text) {
        this.text = text;
        this.encoded = new byte[text.length + text.length / 8 + 2 * LINE];
    }

    /** Each line break of {@code words}, whichever kind, becomes CRLF. */
    static byte[] of(String words) {
        return new QuotedPrintable(words.getBytes(UTF_8)).encode();
    }

    private byte[] encode() {
        for (int at = 0; at < text.length; at++) {
            byte octet = text[at];
            if (octet == '\r' || octet == '\n') {
                if (octet == '\r' && at + 1 < text.length && text[at + 1] == '\n') {
                    at++;
                }
                endLine();
            } else if (octet > ' ' && octet < 127 && octet != '=') {
                literally(octet);
            } else if ((octet == ' ' || octet == '\t') && !endsAt(at + 1)) {
                literally(octet);
            } else {
                escaped(octet);
            }
        }
        return Arrays.copyOf(encoded, size);
    }

    /** Blanks at the end of a line may get lost on the way. */
    private boolean endsAt(int at) {
        return at == text.length || text[at] == '\r' || text[at] == '\n';
    }

    private void literally(byte octet) {
        makeRoom(1);
        encoded[size++] = octet;
    }

    private void escaped(byte octet) {
        makeRoom(3);
        encoded[size++] = '=';
        encoded[size++] = HEX[(octet >> 4) & 15];
        encoded[size++] = HEX[octet & 15];
    }

    /** Ends the line softly if what comes, and the sign that the line goes on, would not fit. */
    private void makeRoom(int octets) {
        if (column + octets > LINE - 1) {
            reserve();
            encoded[size++] = '=';
            endLine();
        }
        reserve();
        column += octets;
    }

    private void endLine() {
        reserve();
        encoded[size++] = '\r';
        encoded[size++] = '\n';
        column = 0;
    }

    private void reserve() {
        if (size + 4 > encoded.length) {
            encoded = Arrays.copyOf(encoded, 2 * encoded.length);
        }
    }
}
