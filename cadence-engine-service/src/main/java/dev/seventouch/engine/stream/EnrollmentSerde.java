package dev.seventouch.engine.stream;

import dev.seventouch.engine.enrollment.Enrollment;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** How the engine remembers where a lead stands. */
final class EnrollmentSerde {

    private EnrollmentSerde() {}

    static Serde<Enrollment> serde() {
        Serializer<Enrollment> write =
                (topic, enrollment) -> enrollment == null ? null : EnrollmentBinary.write(enrollment);
        Deserializer<Enrollment> read = (topic, bytes) -> bytes == null ? null : EnrollmentBinary.read(bytes);
        return Serdes.serdeFrom(write, read);
    }
}
