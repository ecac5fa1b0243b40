package dev.seventouch.intake.web;

import dev.seventouch.events.wire.Json;
import dev.seventouch.events.wire.JsonFault;
import dev.seventouch.intake.body.JsonFields;
import dev.seventouch.intake.body.UrlEncoded;
import dev.seventouch.service.web.BadRequest;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads bodies that are bounded, at 64 KB unless told otherwise. What stands in the address's query never counts as a field. */
@Component
public final class Bodies {
    static final int LIMIT = 64 * 1024;

    /** How much of a body that is too large is read away, so that its sender gets to hear the answer. */
    private static final long PATIENCE = 8L * 1024 * 1024;

    private static final List<MediaType> FORMS =
            List.of(MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA);

    private final JsonMapper json = Json.conventions().build();

    /** @throws BadRequest if the body is not one JSON object */
    public JsonFields json(HttpServletRequest request) throws IOException {
        return json(bytes(request, LIMIT));
    }

    /** @throws BadRequest if {@code body} is not one JSON object */
    JsonFields json(byte[] body) {
        if (body.length == 0) {
            throw new BadRequest("body", "is empty; send a JSON object");
        }
        try {
            Map<String, Object> fields = json.readValue(body, new TypeReference<Map<String, Object>>() {});
            if (fields == null) {
                throw new BadRequest("body", "is null; send a JSON object");
            }
            return JsonFields.of(fields);
        } catch (JacksonException e) {
            throw new BadRequest("body", "is not a JSON object that can be read: " + JsonFault.of(e));
        }
    }

    /**
     * The fields of a form, in their order, in either of the two ways in which forms are sent.
     *
     * @throws BadRequest if the body can't be read as what it says it is
     * @throws HttpMediaTypeNotSupportedException if it says that it is something else
     */
    public SequencedMap<String, List<String>> form(HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        MediaType type = typeOf(request);
        if (MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)) {
            return multipart(request);
        }
        if (MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type)) {
            return UrlEncoded.read(bytes(request, LIMIT));
        }
        if (request.getContentType() == null && bytes(request, LIMIT).length == 0) {
            return new LinkedHashMap<>();
        }
        throw new HttpMediaTypeNotSupportedException(type, FORMS);
    }

    private static MediaType typeOf(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        String stated = request.getContentType();
        try {
            return stated == null ? MediaType.APPLICATION_OCTET_STREAM : MediaType.parseMediaType(stated);
        } catch (InvalidMediaTypeException e) {
            throw new HttpMediaTypeNotSupportedException(MediaType.APPLICATION_OCTET_STREAM, FORMS);
        }
    }

    private static SequencedMap<String, List<String>> multipart(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LIMIT) {
            refuse(request.getInputStream(), LIMIT);
        }
        SequencedMap<String, List<String>> fields = new LinkedHashMap<>();
        for (Part part : partsOf(request)) {
            if (part.getSubmittedFileName() == null) {
                String value =
                        UrlEncoded.text(part.getName(), part.getInputStream().readAllBytes());
                fields.computeIfAbsent(part.getName(), _ -> new ArrayList<>()).add(value);
            } else if (part.getSize() > 0) {
                throw new BadRequest(part.getName(), "is a file; files can't be sent with this form");
            }
        }
        return fields;
    }

    private static Iterable<Part> partsOf(HttpServletRequest request) {
        try {
            return request.getParts();
        } catch (IllegalStateException e) { // what the servlet specification throws for "too large"
            throw new BodyTooLarge(LIMIT);
        } catch (IOException | ServletException e) {
            throw new BadRequest("body", "is not well-formed multipart/form-data");
        }
    }

    /** The bytes of a body that is no larger than is usual. */
    public static byte[] bytes(HttpServletRequest request) throws IOException {
        return bytes(request, LIMIT);
    }

    /** @throws BodyTooLarge if there are more than {@code most} */
    static byte[] bytes(HttpServletRequest request, int most) throws IOException {
        InputStream in = request.getInputStream();
        byte[] body = request.getContentLengthLong() > most ? refuse(in, most) : in.readNBytes(most + 1);
        return body.length > most ? refuse(in, most) : body;
    }

    private static byte[] refuse(InputStream in, int most) throws IOException {
        byte[] scrap = new byte[8192];
        long left = PATIENCE;
        int read = 0;
        while (left > 0 && read >= 0) {
            read = in.read(scrap);
            left -= read;
        }
        throw new BodyTooLarge(most);
    }
}
