package dev.seventouch.intake.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.service.web.BadRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Form fields as {@code application/x-www-form-urlencoded} (WHATWG URL, section 5), read strictly as UTF-8. */
public final class UrlEncoded {
    private UrlEncoded() {}

    /** @throws BadRequest if the body is not UTF-8 */
    public static SequencedMap<String, List<String>> read(byte[] body) {
        SequencedMap<String, List<String>> fields = new LinkedHashMap<>();
        int start = 0;
        for (int i = 0; i <= body.length; i++) {
            if (i == body.length || body[i] == '&') {
                if (i > start) {
                    addPair(body, start, i, fields);
                }
                start = i + 1;
            }
        }
        return fields;
    }

    private static void addPair(byte[] body, int start, int end, SequencedMap<String, List<String>> fields) {
        int equals = start;
        while (equals < end && body[equals] != '=') {
            equals++;
        }
        String name = text("body", decoded(body, start, equals));
        String value = text(name, decoded(body, Math.min(equals + 1, end), end));
        fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    /**
     * {@code bytes} as text.
     *
     * @throws BadRequest naming {@code field} if they are not UTF-8
     */
    public static String text(String field, byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new BadRequest(field, "is not UTF-8; send text in UTF-8");
        }
    }

    private static byte[] decoded(byte[] body, int start, int end) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(end - start);
        for (int i = start; i < end; i++) {
            int high = body[i] == '%' && i + 2 < end ? Character.digit(body[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(body[i + 2], 16) : -1;
            if (low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(body[i] == '+' ? ' ' : body[i]);
            }
        }
        return out.toByteArray();
    }
}
