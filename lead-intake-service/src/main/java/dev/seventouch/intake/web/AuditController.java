package dev.seventouch.intake.web;

import dev.seventouch.events.wire.Json;
import dev.seventouch.intake.audit.AuditTrail;
import dev.seventouch.intake.audit.AuditTrail.Action;
import dev.seventouch.intake.audit.AuditTrail.Place;
import dev.seventouch.intake.audit.AuditTrail.Placed;
import dev.seventouch.intake.audit.AuditTrail.Query;
import dev.seventouch.service.web.BadRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Who did what with people's data, newest first. */
@RestController
@RequestMapping("/api/v1/audit")
final class AuditController {
    private static final int MOST_SHOWN = 200;
    private static final Pattern PLACE = Pattern.compile("(\\d{1,14})\\.([0-9a-f]{24})");

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    /** @param next the address of the rest, if there is any */
    record Listed(List<AuditTrail.Entry> entries, @Nullable String next) {}

    /**
     * @param who by that name
     * @param action such as {@code exported}
     * @param before as it stands in {@code next}
     */
    @GetMapping
    Listed newest(
            @RequestParam(required = false) @Nullable String leadId,
            @RequestParam(required = false) @Nullable String who,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(defaultValue = "200") int limit,
            @RequestParam(required = false) @Nullable String before) {
        if (limit < 1 || limit > MOST_SHOWN) {
            throw new BadRequest("limit", "must be 1 to " + MOST_SHOWN);
        }
        Query query = new Query(
                leadId == null ? null : LeadIds.read(leadId), who, action == null ? null : actionNamed(action));
        List<Placed> found = trail.newest(query, before == null ? null : place(before), limit + 1);
        List<Placed> page = found.subList(0, Math.min(limit, found.size()));
        return new Listed(
                page.stream().map(Placed::entry).toList(),
                found.size() > limit
                        ? next(leadId, who, action, limit, page.getLast().place())
                        : null);
    }

    private static String next(
            @Nullable String leadId, @Nullable String who, @Nullable String action, int limit, Place last) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/api/v1/audit");
        if (leadId != null) {
            address.queryParam("leadId", leadId);
        }
        if (who != null) {
            address.queryParam("who", "{who}");
        }
        if (action != null) {
            address.queryParam("action", action);
        }
        return address.queryParam("limit", limit)
                .queryParam("before", last.at().toEpochMilli() + "." + last.id())
                .encode()
                .buildAndExpand(who == null ? Map.of() : Map.of("who", who))
                .toUriString();
    }

    private static Action actionNamed(String name) {
        return Arrays.stream(Action.values())
                .filter(action -> Json.nameOf(action).equals(name))
                .findFirst()
                .orElseThrow(() -> new BadRequest(
                        "action",
                        "must be one of "
                                + Arrays.stream(Action.values())
                                        .map(Json::nameOf)
                                        .collect(Collectors.joining(", "))));
    }

    private static Place place(String before) {
        Matcher place = PLACE.matcher(before);
        if (!place.matches()) {
            throw new BadRequest("before", "is no such place; take the address in next as it is");
        }
        return new Place(Instant.ofEpochMilli(Long.parseLong(place.group(1))), place.group(2));
    }
}
