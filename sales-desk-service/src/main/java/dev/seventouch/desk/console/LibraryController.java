package dev.seventouch.desk.console;

import static dev.seventouch.desk.forecast.LibraryForecast.DAYS_AHEAD;

import dev.seventouch.desk.forecast.LibraryForecast;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page that says what to add to the library, and for whom. */
@RestController
final class LibraryController {
    private static final int LEADS = 30;

    private final Pages pages;
    private final Frames frames;
    private final LibraryWords words;
    private final LibraryForecast forecast;

    LibraryController(Pages pages, Frames frames, LibraryWords words, LibraryForecast forecast) {
        this.pages = pages;
        this.frames = frames;
        this.words = words;
        this.forecast = forecast;
    }

    @GetMapping(path = "/library", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String library(Principal rep, CsrfToken csrf, @RequestParam(required = false) @Nullable String after) {
        return pages.fill(
                "library",
                new Models.LibraryPage(
                        frames.of(rep, csrf, "library"),
                        words.forecast(forecast.within(DAYS_AHEAD)),
                        Words.part(forecast.soonest(DAYS_AHEAD, after, LEADS).map(words::lead))));
    }
}
