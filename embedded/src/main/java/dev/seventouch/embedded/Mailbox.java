package dev.seventouch.embedded;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A person as a mail names one. {@code name} is empty where the mail gives none. */
public record Mailbox(
        @JsonProperty("Name") String name,
        @JsonProperty("Address") String address) {

    @Override
    public String toString() {
        return name.isEmpty() ? address : name + " <" + address + ">";
    }
}
