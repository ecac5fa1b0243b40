package dev.seventouch.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Library;
import dev.seventouch.engine.definition.Published;
import dev.seventouch.events.cadence.CadenceEvent;
import dev.seventouch.events.cadence.Enrolled;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorldTest {
    private static final String STEPS = "steps: [ { key: welcome, email: welcome, reason: they asked } ]\n";

    private final Published published = new Published();
    private final Cadence tried = Stage.cadence("plan", "website", STEPS);
    private final World world = new World(published, tried);

    private void publish(String id, int version, String source) {
        published.add(new CadenceEvent.Published(
                id, version, Stage.text(id, source, STEPS), version == 1 ? null : Enrolled.MIGRATE, Instant.EPOCH));
    }

    private String taking(String source) {
        return world.taking(source).orElseThrow().ref().id();
    }

    @Test
    void the_tried_cadence_takes_all_but_what_another_one_names() {
        publish("fairs", 1, "fair");
        publish("other", 1, "website");
        assertThat(taking("website")).isEqualTo("plan");
        assertThat(taking("fair")).isEqualTo("fairs");
        assertThat(taking("elsewhere")).isEqualTo("plan");
    }

    @Test
    void what_is_published_under_its_id_gives_way_to_it() {
        publish("plan", 1, "fair");
        publish("plan", 2, "fair");
        assertThat(taking("fair")).isEqualTo("plan");
        assertThat(world.taking("fair")).contains(tried);
        assertThat(world.newest("plan")).contains(tried);
        assertThat(world.cadence(tried.ref())).contains(tried);
        assertThat(world.inForce(tried.ref())).isEqualTo(tried.ref());
        assertThat(world.cadence(new CadenceRef("plan", 2))).isPresent();
    }

    @Test
    void the_rest_is_as_it_is_published() {
        publish("fairs", 1, "fair");
        publish("fairs", 2, "fair");
        assertThat(world.newest("fairs")).isEqualTo(published.newest("fairs"));
        assertThat(world.inForce(new CadenceRef("fairs", 1))).isEqualTo(new CadenceRef("fairs", 2));
        assertThat(world.library()).isSameAs(published.library());
    }

    @Test
    void it_knows_the_keys_of_all_places() {
        publish("fairs", 1, "fair");
        assertThat(world.keys(Stream.empty())).containsExactly("later", "welcome");
    }

    @Test
    void there_may_be_nothing_else() {
        World alone = World.of(tried, new Library(List.of()));
        assertThat(alone.taking("anything")).contains(tried);
        assertThat(alone.newest("other")).isEmpty();
        assertThat(alone.cadence(new CadenceRef("other", 1))).isEmpty();
        assertThat(alone.inForce(new CadenceRef("other", 1))).isEqualTo(new CadenceRef("other", 1));
        assertThat(alone.library().items()).isEmpty();
    }
}
