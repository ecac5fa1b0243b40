package dev.seventouch.desk.console;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Filled templates between the page that frames them and the frame. They stay in memory with the session that looked at
 * them, the latest few, and go with it: somebody's name may be in them.
 */
final class Previews {
    private static final String KEPT = Previews.class.getName();
    private static final int MOST = 4;

    /** Of its own, because within the page it would go by the page's policy, which allows it no style. */
    private static final String POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    private static final String GONE = """
            <!doctype html><html lang="en"><title>Preview</title>
            <p>This preview is not kept any more. Press “Check and preview” once more.</p></html>
            """;

    private final Map<String, String> pages = new LinkedHashMap<>();

    private Previews() {}

    static Previews of(HttpSession session) {
        if (session.getAttribute(KEPT) instanceof Previews kept) {
            return kept;
        }
        Previews none = new Previews();
        session.setAttribute(KEPT, none);
        return none;
    }

    /** @return by what it is found, for as long as no {@value #MOST} came after it */
    synchronized String keep(String html) {
        String place = UUID.randomUUID().toString();
        pages.put(place, html);
        if (pages.size() > MOST) {
            pages.remove(pages.keySet().iterator().next());
        }
        return place;
    }

    private synchronized @Nullable String find(String place) {
        return pages.get(place);
    }

    /** What is in the frame: it can neither run, load nor send anything, and is nobody's page. */
    ResponseEntity<String> framed(String place) {
        String page = find(place);
        return ResponseEntity.status(page == null ? 404 : 200)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", POLICY)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(page == null ? GONE : page);
    }
}
