package dev.seventouch.mailer.template;

import java.net.URI;

/**
 * The links by which a lead answers: no more of it, or ready to buy.
 *
 * @param preferences how often, by which ways, about what
 * @param confirm yes, it was I who asked; only a request to confirm shows it
 */
public record WaysOut(URI unsubscribe, URI readyToBuy, URI preferences, URI confirm) {}
