package dev.seventouch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An entry that is sent more than once, by a double click or because its answer was lost, counts once. */
class FormEntryTest {
    private static House house;

    @BeforeAll
    static void open(@TempDir Path directory) throws IOException {
        Path forms = Files.createDirectories(directory.resolve("campaigns/forms"));
        Files.writeString(forms.resolve("entry.yaml"), """
                id: entry
                source: website
                consent: You may write.
                fill-time: { field: took, at-least: 1s }
                """);
        house = new House(directory, directory.resolve("campaigns").toString());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void the_same_entry_is_answered_alike_and_said_once() {
        HttpResponse<String> first = send("email=ada%40example.com&message=hello&seventouch-entry=e1&took=4000");
        HttpResponse<String> again = send("email=ada%40example.com&message=hello&seventouch-entry=e1&took=90000");

        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(house.captures(house.idOf("ada@example.com")))
                .singleElement()
                .satisfies(captured -> assertThat(captured.lead().attributes()).containsOnlyKeys("message"));
    }

    @Test
    void the_same_entry_many_times_at_once_is_said_once() throws Exception {
        List<Callable<HttpResponse<String>>> clicks = IntStream.range(0, 8)
                .<Callable<HttpResponse<String>>>mapToObj(
                        _ -> () -> send("email=double%40example.com&name=Click&seventouch-entry=e2"))
                .toList();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<HttpResponse<String>> answer : hands.invokeAll(clicks)) {
                assertThat(answer.get().statusCode()).isEqualTo(303);
            }
        }
        assertThat(house.captures(house.idOf("double@example.com"))).hasSize(1);
    }

    @Test
    void other_words_under_the_same_id_are_another_entry() {
        send("email=more%40example.com&message=one&seventouch-entry=same");
        send("email=more%40example.com&message=two&seventouch-entry=same");

        assertThat(house.captures(house.idOf("more@example.com")))
                .extracting(captured -> captured.lead().attributes().get("message"))
                .containsExactly("one", "two");
    }

    @Test
    void without_an_id_nobody_can_tell() {
        send("email=plain%40example.com");
        send("email=plain%40example.com&seventouch-entry=");

        assertThat(house.captures(house.idOf("plain@example.com"))).hasSize(2);
    }

    @Test
    void a_refused_entry_is_refused_again() {
        String wrong = "email=x&seventouch-entry=" + "long ".repeat(500).replace(' ', '+');
        assertThat(send(wrong).statusCode()).isEqualTo(400);
        assertThat(send(wrong).statusCode()).isEqualTo(400);
    }

    private static HttpResponse<String> send(String fields) {
        return house.form("/forms/entry", fields);
    }
}
