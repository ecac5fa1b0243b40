package dev.seventouch.desk.console;

import java.security.Principal;
import java.time.InstantSource;
import org.springframework.security.web.csrf.CsrfToken;

/** What every page behind the sign-in has around it. */
final class Frames {
    private final Words words;
    private final InstantSource clock;

    Frames(Words words, InstantSource clock) {
        this.words = words;
        this.clock = clock;
    }

    /** @param here which page it is */
    Models.Frame of(Principal rep, CsrfToken csrf, String here) {
        return new Models.Frame(
                rep.getName(),
                new Models.Csrf(csrf.getParameterName(), csrf.getToken()),
                words.zoneName(),
                words.when(clock.instant()),
                here);
    }
}
