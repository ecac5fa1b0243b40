package dev.seventouch.desk.web;

import dev.seventouch.desk.forecast.Forecast;
import dev.seventouch.desk.forecast.LibraryForecast;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For how many leads the library runs dry, so that somebody can add to it before. */
@RestController
final class LibraryForecastController {
    private final LibraryForecast forecast;

    LibraryForecastController(LibraryForecast forecast) {
        this.forecast = forecast;
    }

    @GetMapping("/api/v1/library-forecast")
    Forecast forecast() {
        return forecast.within(LibraryForecast.DAYS_AHEAD);
    }
}
