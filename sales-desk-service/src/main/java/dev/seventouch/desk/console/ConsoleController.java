package dev.seventouch.desk.console;

import dev.seventouch.desk.forecast.LibraryForecast;
import dev.seventouch.desk.lead.KnownLead;
import dev.seventouch.desk.lead.Leads;
import dev.seventouch.desk.page.Page;
import dev.seventouch.desk.task.Answer;
import dev.seventouch.desk.task.TaskList;
import dev.seventouch.desk.task.TaskQuery;
import dev.seventouch.desk.task.TaskState;
import dev.seventouch.desk.timeline.Entry;
import dev.seventouch.desk.timeline.Timelines;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.NotFound;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages behind the sign-in. Only the one form changes anything. */
@RestController
final class ConsoleController {
    private static final String HTML = "text/html;charset=UTF-8";
    private static final int TASKS = 30;
    private static final int LEADS = 30;
    private static final int LINES = 100;
    private static final String NOTED = "Noted.";

    private final Pages pages;
    private final Frames frames;
    private final TaskList tasks;
    private final Leads leads;
    private final Timelines timelines;
    private final LibraryForecast forecast;
    private final Words words;
    private final LibraryWords libraryWords;

    ConsoleController(
            Pages pages,
            Frames frames,
            TaskList tasks,
            Leads leads,
            Timelines timelines,
            LibraryForecast forecast,
            Words words,
            LibraryWords libraryWords) {
        this.pages = pages;
        this.frames = frames;
        this.tasks = tasks;
        this.leads = leads;
        this.timelines = timelines;
        this.forecast = forecast;
        this.words = words;
        this.libraryWords = libraryWords;
    }

    @GetMapping(path = "/", produces = HTML)
    String desk(Principal rep, CsrfToken csrf, @RequestParam(required = false) @Nullable String noted) {
        return pages.fill(
                "desk",
                new Models.DeskPage(
                        frames.of(rep, csrf, "desk"),
                        Words.part(tasks.page(TaskQuery.open(TASKS)).map(words::task)),
                        Words.part(leads.newest(null, LEADS).map(words::lead)),
                        libraryWords.forecast(forecast.within(LibraryForecast.DAYS_AHEAD)),
                        noted == null ? null : NOTED));
    }

    @GetMapping(path = "/tasks", produces = HTML)
    String tasks(
            Principal rep,
            CsrfToken csrf,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String after) {
        TaskState wanted = switch (state) {
            case "done" -> TaskState.DONE;
            case "closed" -> TaskState.CLOSED;
            default -> TaskState.OPEN;
        };
        return pages.fill(
                "tasks",
                new Models.TasksPage(
                        frames.of(rep, csrf, "tasks"),
                        Words.part(tasks.page(new TaskQuery(wanted, null, null, after, TASKS))
                                .map(words::task)),
                        state));
    }

    @GetMapping(path = "/leads", produces = HTML)
    String leads(
            Principal rep,
            CsrfToken csrf,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String find) {
        String meant = find.strip();
        return pages.fill(
                "leads",
                new Models.LeadsPage(
                        frames.of(rep, csrf, "leads"),
                        Words.part((meant.isEmpty()
                                        ? leads.newest(after, LEADS)
                                        : new Page<>(leads.named(meant, LEADS), null))
                                .map(words::lead)),
                        meant,
                        LEADS));
    }

    @GetMapping(path = "/leads/{id}", produces = HTML)
    String lead(
            Principal rep,
            CsrfToken csrf,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String noted) {
        KnownLead lead = known(id);
        List<Entry> all = timelines.of(lead.id()).entries();
        Page<Entry> lines = Page.of(
                all.stream()
                        .filter(entry -> after == null || entry.rank().compareTo(after) > 0)
                        .limit(LINES + 1L)
                        .toList(),
                LINES,
                Entry::rank);
        TaskQuery open = new TaskQuery(TaskState.OPEN, lead.id(), null, null, TASKS);
        return pages.fill(
                "lead",
                new Models.LeadPage(
                        frames.of(rep, csrf, "lead"),
                        words.lead(lead),
                        words.facts(lead),
                        all.stream().filter(Entry::isHad).count(),
                        Words.part(tasks.page(open).map(words::task)),
                        Words.part(lines.map(words::line)),
                        noted == null ? null : NOTED));
    }

    @PostMapping("/tasks/{id}/complete")
    ResponseEntity<Void> complete(
            Principal rep,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "desk") String from) {
        TouchId touch = touch(id);
        Answer chosen =
                Answer.named(answer).orElseThrow(() -> new BadRequest("answer", "choose one of: " + Answer.names()));
        LeadId lead = tasks.complete(touch, rep.getName(), chosen)
                .orElseThrow(() -> new NotFound("This task is not on the list."))
                .touch()
                .lead();
        String back = "lead".equals(from) ? "/leads/" + lead + "?noted" : "/?noted";
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(back))
                .build();
    }

    private KnownLead known(String id) {
        try {
            LeadId lead = new LeadId(id);
            KnownLead known = leads.find(List.of(lead)).get(lead);
            if (known != null && !known.erased()) {
                return known;
            }
        } catch (IllegalArgumentException e) {
            // Not a lead's id: as unknown as any other.
        }
        throw new NotFound("There is no such lead; it may have been erased.");
    }

    private static TouchId touch(String id) {
        try {
            return new TouchId(id);
        } catch (IllegalArgumentException e) {
            throw new NotFound("This task is not on the list.");
        }
    }
}
