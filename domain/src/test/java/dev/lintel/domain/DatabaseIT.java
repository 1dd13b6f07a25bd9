package dev.lintel.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lintel.domain.access.ScriptedDoors;
import dev.lintel.domain.access.SimpleDecisionPoint;
import dev.lintel.domain.guestpass.PassSheet;
import dev.lintel.domain.guestpass.PassText;
import dev.lintel.domain.identifier.exchange.PanelSource;
import dev.lintel.domain.identifier.exchange.PanelUnavailableException;
import dev.lintel.domain.mail.ScriptedCarrier;
import dev.lintel.domain.permission.SealedSecrets;
import dev.lintel.domain.permission.Secrets;
import dev.lintel.domain.review.EvidencePaper;
import dev.lintel.domain.rulebook.report.ReportWording;
import dev.lintel.domain.schedule.holiday.ScriptedSource;
import dev.lintel.domain.sms.ScriptedSms;
import dev.lintel.domain.wallet.PassWording;
import dev.lintel.domain.wallet.PlainPassWording;
import dev.lintel.domain.wallet.ScriptedPush;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A test of the domain on a database that others use, too: it makes projects and people of its own, and leaves the settings of
 * the server as they were. One that needs an empty server says {@code @DirtiesContext(classMode = BEFORE_CLASS)}, and one that
 * leaves it in disorder {@code @DirtiesContext}.
 */
@SpringBootTest(
        classes = DatabaseIT.Domain.class,
        properties = {"spring.jpa.hibernate.ddl-auto=validate", "spring.main.banner-mode=off"})
public abstract class DatabaseIT {
    @BeforeAll
    static void onAMondayMorning(@Autowired SettableClock clock) {
        clock.set(SettableClock.START);
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        String url = TestPostgres.freshDatabase();
        registry.add("spring.datasource.url", () -> url);
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("spring.datasource.password", () -> "");
    }

    /** The domain on its own, with a simple decision point in place of the rules. */
    @SpringBootApplication(proxyBeanMethods = false)
    public static class Domain {
        @Bean
        SettableClock clock() {
            return new SettableClock();
        }

        @Bean
        SealedSecrets sealedSecrets() {
            return new SealedSecrets(new SecretKeySpec(Secrets.random(32), "AES"));
        }

        @Bean
        ScriptedCarrier carrier() {
            return new ScriptedCarrier();
        }

        @Bean
        ScriptedDoors doors(ApplicationEventPublisher events, SettableClock clock) {
            return new ScriptedDoors(events, clock);
        }

        @Bean
        PassWording passWording() {
            return new PlainPassWording();
        }

        @Bean
        ScriptedPush push() {
            return new ScriptedPush();
        }

        @Bean
        PassText passText() {
            return (pass, project, link) -> project.name() + " " + link;
        }

        @Bean
        ScriptedSms sms() {
            return new ScriptedSms();
        }

        @Bean
        ReportWording reportWording() {
            return (reader, report, language) ->
                    report.project().name() + " " + report.changes().size() + " " + language;
        }

        @Bean
        EvidencePaper evidencePaper() {
            return (evidence, hash, language) -> (evidence.review().name() + " " + hash).getBytes(UTF_8);
        }

        @Bean
        PassSheet sheet() {
            return (pass, project, link) -> (pass.id() + " " + project.name() + " " + link).getBytes(UTF_8);
        }

        @Bean
        PanelSource panels() {
            return access -> {
                throw new PanelUnavailableException(PanelUnavailableException.Problem.UNREACHABLE);
            };
        }

        @Bean
        ScriptedSource calendars() {
            return new ScriptedSource();
        }

        @Bean
        SimpleDecisionPoint decisionPoint() {
            return new SimpleDecisionPoint();
        }
    }
}
