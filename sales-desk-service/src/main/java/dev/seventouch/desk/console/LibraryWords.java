package dev.seventouch.desk.console;

import dev.seventouch.desk.forecast.Forecast;
import dev.seventouch.desk.forecast.LibraryForecast.Listed;
import dev.seventouch.desk.forecast.Shortage;
import java.util.Locale;

/** What the desk knows of the library running dry, in words for a page. */
final class LibraryWords {
    private final Words words;

    LibraryWords(Words words) {
        this.words = words;
    }

    Models.Dry forecast(Forecast forecast) {
        return new Models.Dry(
                forecast.within(),
                forecast.leads(),
                forecast.from() == null ? null : words.day(forecast.from()),
                forecast.by().stream().map(this::lack).toList());
    }

    private Models.Lack lack(Shortage shortage) {
        return new Models.Lack(
                Words.channel(shortage.channel()).toLowerCase(Locale.UK),
                shortage.step(),
                shortage.leads(),
                words.day(shortage.from()));
    }

    Models.DryRow lead(Listed listed) {
        return new Models.DryRow(
                words.lead(listed.lead()),
                Words.channel(listed.dry().channel()).toLowerCase(Locale.UK),
                listed.dry().step(),
                words.day(listed.dry().at()));
    }
}
