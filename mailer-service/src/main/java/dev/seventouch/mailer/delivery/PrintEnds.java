package dev.seventouch.mailer.delivery;

import dev.seventouch.events.touch.TouchId;
import dev.seventouch.mailer.delivery.print.PrintItem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says how letters and cards end: the claim keeps it first, then the engine hears it. Said again, it is the same end. */
final class PrintEnds {

    private final Claims claims;
    private final Outcomes outcomes;

    PrintEnds(Claims claims, Outcomes outcomes) {
        this.claims = claims;
        this.outcomes = outcomes;
    }

    /** Those of {@code items} that are known to have been posted, whatever the items themselves say by now. */
    Set<TouchId> posted(Collection<PrintItem> items) {
        return of(items).values().stream()
                .filter(claim -> claim.result() instanceof Claim.Result.HandedOver)
                .map(Claim::id)
                .collect(Collectors.toSet());
    }

    void tell(Collection<PrintItem> items, Claim.Result end) {
        List<Claim> ended = of(items).values().stream()
                .map(claim -> claim.result() instanceof Claim.Result.HandedOver ? claim : claim.resulting(end))
                .toList();
        claims.record(ended);
        outcomes.tell(ended.stream()
                .map(claim -> (claim.result() == null ? end : claim.result()).outcomeOf(claim.touch()))
                .toList());
    }

    private Map<TouchId, Claim> of(Collection<PrintItem> items) {
        return items.isEmpty()
                ? Map.of()
                : claims.find(items.stream().map(PrintItem::touch).toList());
    }
}
