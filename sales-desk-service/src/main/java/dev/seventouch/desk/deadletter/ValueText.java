package dev.seventouch.desk.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Bytes for a person to read.
 *
 * @param text as it is where the bytes are UTF-8, else as hexadecimal digits, 16 bytes a line
 * @param hex whether they are not UTF-8
 * @param cut whether there is more of it
 */
public record ValueText(String text, boolean hex, boolean cut) {
    private static final int MOST_CHARACTERS = 32_768;
    private static final int MOST_BYTES = 4096;
    private static final int BYTES_A_LINE = 16;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    public static ValueText of(byte[] bytes) {
        try {
            // This decoder refuses what is not UTF-8, where a String would put question marks.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new ValueText(cut(text), false, text.length() > MOST_CHARACTERS);
        } catch (CharacterCodingException e) {
            return new ValueText(hex(bytes), true, bytes.length > MOST_BYTES);
        }
    }

    private static String cut(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        boolean amidACharacter = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1));
        return text.substring(0, amidACharacter ? MOST_CHARACTERS - 1 : MOST_CHARACTERS);
    }

    private static String hex(byte[] bytes) {
        StringBuilder lines = new StringBuilder();
        int most = Math.min(bytes.length, MOST_BYTES);
        for (int from = 0; from < most; from += BYTES_A_LINE) {
            lines.append(from == 0 ? "" : "\n").append(HEX.formatHex(bytes, from, Math.min(most, from + BYTES_A_LINE)));
        }
        return lines.toString();
    }
}
