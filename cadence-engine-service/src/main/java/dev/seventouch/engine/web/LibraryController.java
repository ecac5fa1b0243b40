package dev.seventouch.engine.web;

import dev.seventouch.engine.definition.LibraryPublisher;
import dev.seventouch.engine.definition.LibraryReader;
import dev.seventouch.engine.definition.Published;
import dev.seventouch.engine.definition.Reading;
import dev.seventouch.events.library.LibraryItem;
import dev.seventouch.service.web.NotFound;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The content library: what is in it, publishing an item, withdrawing one. */
@RestController
@RequestMapping("/api/v1/library")
class LibraryController {
    private final Published published;
    private final LibraryPublisher publisher;

    LibraryController(Published published, LibraryPublisher publisher) {
        this.published = published;
        this.publisher = publisher;
    }

    record Listed(List<LibraryItem> items) {}

    @GetMapping
    Listed list() {
        return new Listed(published.items());
    }

    @GetMapping("/{id}")
    LibraryItem item(@PathVariable String id) {
        return published.item(id).orElseThrow(() -> unknown(id));
    }

    /** As in a file of {@code library/}: fields between two lines of hyphens, then paragraphs. */
    @PutMapping(
            path = "/{id}",
            consumes = {MediaType.TEXT_MARKDOWN_VALUE, MediaType.TEXT_PLAIN_VALUE})
    LibraryItem publish(@PathVariable String id, @RequestBody String text) {
        return switch (LibraryReader.read(id, text)) {
            case Reading.Read<LibraryItem>(var item) -> {
                publisher.publish(item);
                yield item;
            }
            case Reading.Broken<LibraryItem>(var problems) -> throw Draft.refused(problems);
        };
    }

    /** Whoever has had it keeps having had it; an item in a file comes back when the engine starts. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String id) {
        item(id);
        publisher.withdraw(id);
    }

    private static NotFound unknown(String id) {
        return new NotFound("There is no item \"" + id + "\" in the library.");
    }
}
