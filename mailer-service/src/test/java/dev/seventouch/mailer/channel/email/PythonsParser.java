package dev.seventouch.mailer.channel.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Python's {@code email} package, as a foreign opinion on mails. Where there is no Python the run says so. */
final class PythonsParser {
    private static final String NO_DEFECT = """
            import sys, glob, email, email.policy
            seen = 0
            for name in glob.glob(sys.argv[1] + '/*.eml'):
                m = email.message_from_binary_file(open(name, 'rb'), policy=email.policy.default)
                for part in m.walk():
                    assert not part.defects, (name, part.defects)
                    for header, value in part.items():
                        assert not value.defects, (name, header, value, value.defects)
            """;
    private static final String COUNTED = """
                seen += 1
            print(seen)
            """;

    private PythonsParser() {}

    /**
     * Holds that no mail has a defect, and more of each.
     *
     * @param mails each as it went over the wire, a character a byte
     * @param directory for them
     * @param what they are, for whoever reads that they were not judged
     * @param more assertions on {@code m}, the mail in the file {@code name}
     */
    static void finds(List<String> mails, Path directory, String what, String more) throws Exception {
        for (int i = 0; i < mails.size(); i++) {
            Files.writeString(directory.resolve(i + ".eml"), mails.get(i), ISO_8859_1);
        }
        Process python;
        try {
            python = new ProcessBuilder("python3", "-c", NO_DEFECT + more.indent(4) + COUNTED, directory.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            System.out.println("SKIPPED: a foreign opinion on " + what + ", because python3 is not there");
            return;
        }
        String said = new String(python.getInputStream().readAllBytes(), UTF_8);
        assertThat(python.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said.strip()).isEqualTo(String.valueOf(mails.size()));
    }
}
