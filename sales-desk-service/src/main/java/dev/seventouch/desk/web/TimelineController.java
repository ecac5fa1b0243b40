package dev.seventouch.desk.web;

import dev.seventouch.desk.lead.KnownLead;
import dev.seventouch.desk.lead.LeadState;
import dev.seventouch.desk.lead.Leads;
import dev.seventouch.desk.lead.Plan;
import dev.seventouch.desk.page.Page;
import dev.seventouch.desk.timeline.Entry;
import dev.seventouch.desk.timeline.Timelines;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.service.web.NotFound;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** A lead's story. */
@RestController
@RequestMapping("/api/v1/leads/{leadId}/timeline")
final class TimelineController {
    private static final int USUAL = 200;
    private static final int MOST = 1000;

    private final Leads leads;
    private final Timelines timelines;

    TimelineController(Leads leads, Timelines timelines) {
        this.leads = leads;
        this.timelines = timelines;
    }

    /**
     * @param next the next touch; absent if none is planned
     * @param touches how many touches the lead has had
     * @param entries the newest first
     * @param older the address of the lines before these; absent on the last page
     */
    record TimelineView(
            LeadId leadId,
            LeadState state,
            Plan.@Nullable Next next,
            long touches,
            List<Entry> entries,
            @Nullable String older) {}

    @GetMapping
    TimelineView timeline(
            @PathVariable String leadId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        LeadId id = Ask.leadId(leadId);
        int most = Ask.limit(limit, USUAL, MOST);
        KnownLead lead = leads.find(List.of(id)).get(id);
        if (lead == null || lead.erased()) {
            throw new NotFound("There is no lead " + id + ".");
        }
        List<Entry> all = timelines.of(id).entries();
        Page<Entry> page = Page.of(
                all.stream()
                        .filter(entry -> after == null || entry.rank().compareTo(after) > 0)
                        .limit(most + 1L)
                        .toList(),
                most,
                Entry::rank);
        return new TimelineView(
                id,
                lead.state(),
                lead.next(),
                all.stream().filter(Entry::isHad).count(),
                page.items(),
                page.next() == null ? null : address(id, most, page.next()));
    }

    private static String address(LeadId lead, int limit, String after) {
        return UriComponentsBuilder.fromPath("/api/v1/leads/" + lead + "/timeline")
                .queryParam("limit", limit)
                .queryParam("after", after)
                .toUriString();
    }
}
