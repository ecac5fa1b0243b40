package dev.seventouch.mailer.template;

import java.net.URI;

/** The links by which a lead ends the follow-up: no more of it, or ready to buy. */
public record WaysOut(URI unsubscribe, URI readyToBuy) {}
