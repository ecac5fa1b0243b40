package dev.seventouch.mailer.delivery;

import dev.seventouch.events.library.LibraryItem;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.mailer.template.Library;
import dev.seventouch.mailer.template.Rendered;
import dev.seventouch.mailer.template.Sender;
import dev.seventouch.mailer.template.Template;
import dev.seventouch.mailer.template.TemplateMistake;
import dev.seventouch.mailer.template.TemplateShelf;
import dev.seventouch.mailer.template.TouchModel;
import dev.seventouch.mailer.template.WaysOut;
import dev.seventouch.service.link.Link;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fills the template of a touch. */
public final class Composer {

    private final TemplateShelf templates;
    private final Library library;
    private final Sender sender;
    private final Tracking tracking;

    public Composer(TemplateShelf templates, Library library, Sender sender, Tracking tracking) {
        this.templates = templates;
        this.library = library;
        this.sender = sender;
        this.tracking = tracking;
    }

    /** What came of it. */
    sealed interface Composed {

        record Ready(Handover.Parcel parcel) implements Composed {}

        /** Something it needs has not been heard of yet. */
        record Missing(String what) implements Composed {}

        record Wrong(String why) implements Composed {}
    }

    /** @param first whether it goes ahead of all others */
    Composed compose(TouchEvent.Due due, boolean first, Instant now) {
        String id = due.content().template();
        if (id == null) {
            return new Composed.Wrong("the touch names no template");
        }
        Optional<Template> template = inTheirLanguage(id, due).or(() -> templates.find(id));
        if (template.isEmpty()) {
            return new Composed.Missing("there is no template \"" + id + "\"");
        }
        if (!template.get().kind().isFor(due.touch().channel())) {
            return new Composed.Wrong("the template \"" + id + "\" is not for "
                    + due.touch().channel().name().toLowerCase(java.util.Locale.ROOT));
        }
        // The other way round a lead would get a mail without its ways out, or see words that are the rep's.
        if (template.get().to() != due.to()) {
            return new Composed.Wrong("the template \"" + id + "\" is for somebody else");
        }
        String itemId = due.content().item();
        Optional<LibraryItem> item = Optional.ofNullable(itemId).flatMap(library::find);
        if (itemId != null && item.isEmpty()) {
            return new Composed.Missing("there is no library item \"" + itemId + "\"");
        }
        return filled(due, first, template.get(), item.orElse(null), now);
    }

    /** Such as {@code please-confirm-de}. */
    private Optional<Template> inTheirLanguage(String id, TouchEvent.Due due) {
        String wish = due.lead().contact().language();
        String language =
                wish == null ? "" : java.util.Locale.forLanguageTag(wish).getLanguage();
        return templates
                .find(id + "-" + language)
                .filter(found ->
                        found.language().equals(language) && found.to() == due.to() && due.to() == Recipient.LEAD);
    }

    private Composed filled(
            TouchEvent.Due due, boolean first, Template template, @Nullable LibraryItem item, Instant now) {
        WaysOut ways = due.to() == Recipient.LEAD ? waysOutOf(due) : null;
        try {
            Rendered filled =
                    templates.fill(template, TouchModel.of(due, item, sender, template.language(), ways, now));
            return new Composed.Ready(new Handover.Parcel(
                    due,
                    mayBeFollowed(filled, ways) ? tracking.followed(filled, due, own(template, item), now) : filled,
                    ways,
                    first));
        } catch (TemplateMistake e) {
            return new Composed.Wrong(
                    "template " + template.id() + " version " + template.version() + ", " + e.described());
        } catch (RuntimeException e) {
            // One odd lead must not hold up the lane; the store and the log are not asked in here.
            return new Composed.Wrong("template " + template.id() + " can't be filled: "
                    + e.getClass().getSimpleName());
        }
    }

    /** Who is only asked to confirm has agreed to nothing yet. */
    private static boolean mayBeFollowed(Rendered mail, @Nullable WaysOut ways) {
        return ways != null && !mail.offers(ways.confirm());
    }

    /** All that the house wrote itself of what fills a template. */
    private List<String> own(Template template, @Nullable LibraryItem item) {
        String layout = Optional.ofNullable(template.layout())
                .flatMap(templates::find)
                .map(Template::source)
                .orElse("");
        return List.of(template.source(), layout, item == null ? "" : item.body());
    }

    private WaysOut waysOutOf(TouchEvent.Due due) {
        return new WaysOut(
                link(Link.Purpose.UNSUBSCRIBE, due),
                link(Link.Purpose.READY_TO_BUY, due),
                link(Link.Purpose.PREFERENCES, due),
                link(Link.Purpose.CONFIRM, due));
    }

    private java.net.URI link(Link.Purpose purpose, TouchEvent.Due due) {
        return tracking.links()
                .addressOf(new Link(purpose, due.touch().lead(), due.touch().id()));
    }
}
