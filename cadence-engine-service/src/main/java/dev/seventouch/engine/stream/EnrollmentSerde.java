package dev.seventouch.engine.stream;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Touch;
import dev.seventouch.events.wire.Json;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/** How the engine remembers where a lead stands: as JSON with stated names, so that a class can be renamed. */
final class EnrollmentSerde {
    private static final JsonMapper MAPPER = Json.conventions()
            .addMixIn(Enrollment.class, ByState.class)
            .registerSubtypes(
                    new NamedType(Enrollment.Unplaced.class, "unplaced"),
                    new NamedType(Enrollment.Unconfirmed.class, "unconfirmed"),
                    new NamedType(Enrollment.Active.class, "active"),
                    new NamedType(Enrollment.Finished.class, "finished"))
            .addMixIn(Touch.class, ByState.class)
            .registerSubtypes(
                    new NamedType(Touch.Planned.class, "planned"), new NamedType(Touch.InFlight.class, "in-flight"))
            .build();

    private EnrollmentSerde() {}

    static Serde<Enrollment> serde() {
        Serializer<Enrollment> write = (topic, enrollment) ->
                enrollment == null ? null : MAPPER.writerFor(Enrollment.class).writeValueAsBytes(enrollment);
        Deserializer<Enrollment> read = (topic, json) -> json == null ? null : MAPPER.readValue(json, Enrollment.class);
        return Serdes.serdeFrom(write, read);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
    private interface ByState {}
}
