package dev.seventouch.events.touch;

/** What a person can forbid: to be mailed, to be sent post, to be phoned, to be visited. */
public enum Medium {
    EMAIL,
    POST,
    PHONE,
    VISIT
}
