package dev.seventouch.mailer;

import dev.seventouch.service.CommonService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The mailer as a process. */
@SpringBootApplication
@Import(CommonService.class)
public class MailerApplication {

    /** The application, not yet running: for one JVM that runs several. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(MailerApplication.class).properties("spring.config.name=mailer");
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
