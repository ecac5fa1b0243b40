package dev.seventouch.desk;

import com.mongodb.client.MongoDatabase;
import dev.seventouch.desk.deadletter.DeadLetterOffice;
import dev.seventouch.desk.deadletter.DeadLetters;
import dev.seventouch.desk.deadletter.Erasures;
import dev.seventouch.desk.deadletter.Replays;
import dev.seventouch.desk.forecast.DryLeads;
import dev.seventouch.desk.forecast.LibraryForecast;
import dev.seventouch.desk.intake.IntakeMails;
import dev.seventouch.desk.intake.IntakeProperties;
import dev.seventouch.desk.lead.Leads;
import dev.seventouch.desk.letter.PrintRoom;
import dev.seventouch.desk.mail.UnclearMails;
import dev.seventouch.desk.mailer.MailerClient;
import dev.seventouch.desk.mailer.MailerPrintRoom;
import dev.seventouch.desk.mailer.MailerProperties;
import dev.seventouch.desk.mailer.MailerTemplates;
import dev.seventouch.desk.store.MongoDryLeads;
import dev.seventouch.desk.store.MongoErasures;
import dev.seventouch.desk.store.MongoLeads;
import dev.seventouch.desk.store.MongoReplays;
import dev.seventouch.desk.store.MongoTasks;
import dev.seventouch.desk.store.MongoTimelines;
import dev.seventouch.desk.task.Outcomes;
import dev.seventouch.desk.task.TaskList;
import dev.seventouch.desk.task.Tasks;
import dev.seventouch.desk.template.Templates;
import dev.seventouch.desk.timeline.Chronicle;
import dev.seventouch.desk.timeline.Timelines;
import dev.seventouch.service.clock.HouseClock;
import dev.seventouch.service.web.OperatorKey;
import dev.seventouch.service.web.PublicRoutes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Joins the desk's rooms. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailerProperties.class, IntakeProperties.class})
class DeskConfiguration {

    /** Nothing but what every service answers is public; the pages have a chain and a sign-in of their own. */
    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of();
    }

    @Bean
    Leads leads(MongoDatabase database) {
        return new MongoLeads(database);
    }

    @Bean
    Tasks tasks(MongoDatabase database) {
        return new MongoTasks(database);
    }

    @Bean
    Timelines timelines(MongoDatabase database) {
        return new MongoTimelines(database);
    }

    @Bean
    DryLeads dryLeads(MongoDatabase database) {
        return new MongoDryLeads(database);
    }

    @Bean
    LibraryForecast libraryForecast(DryLeads dry, Leads leads, InstantSource clock) {
        return new LibraryForecast(dry, leads, clock);
    }

    @Bean
    MeterBinder dryGauge(LibraryForecast forecast) {
        return new DryGauge(forecast);
    }

    @Bean
    MailerClient mailerClient(MailerProperties mailer, OperatorKey operator, MeterRegistry meters) {
        return new MailerClient(mailer.address(), Objects.requireNonNull(operator.key()), mailer.timeout(), meters);
    }

    @Bean
    Templates templates(MailerClient mailer) {
        return new MailerTemplates(mailer);
    }

    @Bean
    PrintRoom printRoom(MailerClient mailer) {
        return new MailerPrintRoom(mailer);
    }

    @Bean
    UnclearMails unclearMails(IntakeProperties intake, OperatorKey operator, MeterRegistry meters) {
        return new IntakeMails(intake.address(), Objects.requireNonNull(operator.key()), intake.timeout(), meters);
    }

    @Bean
    Replays replays(MongoDatabase database) {
        return new MongoReplays(database);
    }

    @Bean
    Erasures erasures(MongoDatabase database, HouseClock clock) {
        return new MongoErasures(database, clock.wall());
    }

    @Bean
    DeadLetterOffice deadLetterOffice(
            DeadLetters letters, Replays replays, Erasures erasures, Leads leads, HouseClock clock) {
        return new DeadLetterOffice(letters, replays, erasures, leads, clock.wall());
    }

    @Bean
    TaskList taskList(Tasks tasks, Leads leads, Outcomes outcomes, InstantSource clock) {
        return new TaskList(tasks, leads, outcomes, clock);
    }

    @Bean
    Chronicle chronicle(Leads leads, TaskList tasks, Timelines timelines, LibraryForecast forecast) {
        return new Chronicle(leads, tasks, timelines, forecast);
    }
}
