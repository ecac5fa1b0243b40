package dev.seventouch.events.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every event as it is written, kept for ever: what was written by any version can be read by this one. A file is added
 * when an event gains a field, and none is ever changed or removed.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    static Stream<Samples.Sample<?>> samples() {
        return Samples.ALL.stream();
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    <V> void is_written_as_ever(Samples.Sample<V> sample) throws IOException {
        String written = new String(sample.topic().encode(sample.event()), StandardCharsets.UTF_8);
        Path file = GOLDEN.resolve(sample.file());
        assertThat(file).as("write this to %s: %s", file, written).exists();
        assertThat(JsonMapper.shared().readTree(written))
                .isEqualTo(JsonMapper.shared().readTree(Files.readString(file)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    <V> void is_read_as_it_was_written(Samples.Sample<V> sample) {
        assertThat(sample.topic().decode(sample.topic().encode(sample.event())))
                .isEqualTo(new Decoded.Readable<>(sample.event()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_was_ever_written_can_be_read(Path file) throws IOException {
        String topic = GOLDEN.relativize(file).getName(0).toString();
        Topic<?> of = Topics.ALL.stream()
                .filter(candidate -> candidate.name().equals(topic))
                .findFirst()
                .orElseThrow();
        assertThat(of.decode(Files.readAllBytes(file))).isInstanceOf(Decoded.Readable.class);
    }

    @Test
    void no_event_is_without_a_sample() {
        Set<Class<?>> sampled =
                Samples.ALL.stream().map(sample -> sample.event().getClass()).collect(Collectors.toSet());
        Set<Class<?>> events = Samples.FAMILIES.stream()
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .collect(Collectors.toSet());
        assertThat(events).hasSizeGreaterThan(20);
        assertThat(sampled).isEqualTo(events);
    }
}
