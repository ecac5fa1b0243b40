package dev.seventouch.quickstart;

import dev.seventouch.desk.DeskApplication;
import dev.seventouch.engine.EngineApplication;
import dev.seventouch.intake.IntakeApplication;
import dev.seventouch.mailer.MailerApplication;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The four services. */
enum Service {
    INTAKE("intake", IntakeApplication::application, Ports::intake),
    ENGINE("the engine", EngineApplication::application, Ports::engine),
    MAILER("the mailer", MailerApplication::application, Ports::mailer),
    DESK("the desk", DeskApplication::application, Ports::desk);

    private final String title;
    private final Supplier<SpringApplicationBuilder> application;
    private final ToIntFunction<Ports> port;

    Service(String title, Supplier<SpringApplicationBuilder> application, ToIntFunction<Ports> port) {
        this.title = title;
        this.application = application;
        this.port = port;
    }

    String title() {
        return title;
    }

    SpringApplicationBuilder application() {
        return application.get();
    }

    int port(Ports ports) {
        return port.applyAsInt(ports);
    }
}
