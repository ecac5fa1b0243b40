package dev.seventouch.desk.neighbour;

/**
 * What a neighbour said.
 *
 * @param status of HTTP: 200, 201, 204, 400, 404 or 409
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares replies
public record Reply(int status, byte[] body) {}
