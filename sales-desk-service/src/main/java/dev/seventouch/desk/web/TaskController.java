package dev.seventouch.desk.web;

import dev.seventouch.desk.page.Page;
import dev.seventouch.desk.task.Answer;
import dev.seventouch.desk.task.TaskList;
import dev.seventouch.desk.task.TaskQuery;
import dev.seventouch.desk.task.TaskState;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.events.wire.Json;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.FieldProblem;
import dev.seventouch.service.web.NotFound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of what people are to do. */
@RestController
@RequestMapping("/api/v1/tasks")
final class TaskController {
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int LONGEST_NAME = 80;

    private final TaskList tasks;

    TaskController(TaskList tasks) {
        this.tasks = tasks;
    }

    /** @param next the address of the next page; absent on the last one */
    record TasksView(List<TaskView> tasks, @Nullable String next) {}

    /**
     * @param by who did it
     * @param answer what came of it, by its wire name
     */
    record Done(@Nullable String by, @Nullable String answer) {}

    @GetMapping
    TasksView list(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String leadId,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        TaskQuery query = new TaskQuery(
                stateNamed(state),
                Ask.leadIdIfAny(leadId),
                owner == null || owner.isBlank() ? null : owner.strip().toLowerCase(Locale.ROOT),
                after == null || after.isBlank() ? null : after,
                Ask.limit(limit, USUAL, MOST));
        Page<TaskView> page = tasks.page(query).map(TaskView::of);
        return new TasksView(page.items(), page.next() == null ? null : address(query, page.next()));
    }

    @GetMapping("/{id}")
    TaskView one(@PathVariable String id) {
        return tasks.find(touchId(id)).map(TaskView::of).orElseThrow(() -> noSuchTask(id));
    }

    /** Answers the same however often it is called: the first answer stands. */
    @PostMapping("/{id}/complete")
    TaskView complete(@PathVariable String id, @RequestBody Done done) {
        TouchId touch = touchId(id);
        String by = done.by() == null ? "" : done.by().strip();
        Answer answer = done.answer() == null
                ? null
                : Answer.named(done.answer().strip()).orElse(null);
        List<FieldProblem> problems = new ArrayList<>();
        if (by.isEmpty() || by.length() > LONGEST_NAME) {
            problems.add(new FieldProblem("by", "is the name of who did it, up to " + LONGEST_NAME + " characters"));
        }
        if (answer == null) {
            problems.add(new FieldProblem("answer", "is one of " + Answer.names()));
        }
        if (answer == null || !problems.isEmpty()) {
            throw new BadRequest(problems);
        }
        return tasks.complete(touch, by, answer)
                .flatMap(task -> tasks.find(task.id()))
                .map(TaskView::of)
                .orElseThrow(() -> noSuchTask(id));
    }

    private static String address(TaskQuery query, String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/api/v1/tasks")
                .queryParam("state", Json.nameOf(query.state()))
                .queryParam("limit", query.limit())
                .queryParam("after", after);
        if (query.lead() != null) {
            address.queryParam("leadId", query.lead());
        }
        if (query.owner() != null) {
            address.queryParam("owner", query.owner());
        }
        return address.encode().build().toUriString();
    }

    private static TaskState stateNamed(String name) {
        return Arrays.stream(TaskState.values())
                .filter(state -> Json.nameOf(state).equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> new BadRequest(
                        "state",
                        "is one of "
                                + Arrays.stream(TaskState.values())
                                        .map(Json::nameOf)
                                        .collect(Collectors.joining(", "))));
    }

    private static TouchId touchId(String id) {
        try {
            return new TouchId(id);
        } catch (IllegalArgumentException e) {
            throw noSuchTask(id);
        }
    }

    private static NotFound noSuchTask(String id) {
        return new NotFound("There is no task " + id + ".");
    }
}
