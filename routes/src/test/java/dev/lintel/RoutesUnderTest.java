package dev.lintel;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.access.DecisionWording;
import dev.lintel.domain.access.SimpleDecisionPoint;
import dev.lintel.domain.access.WhyNot;
import dev.lintel.domain.guestpass.PassSheet;
import dev.lintel.domain.guestpass.PassText;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.SealedSecrets;
import dev.lintel.domain.permission.Secrets;
import dev.lintel.domain.review.EvidencePaper;
import dev.lintel.domain.rulebook.report.ReportWording;
import dev.lintel.domain.schedule.ScheduleWording;
import dev.lintel.domain.user.dashboard.DashboardWidget;
import dev.lintel.domain.user.dashboard.WidgetSize;
import dev.lintel.domain.wallet.PassWording;
import dev.lintel.domain.wallet.PlainPassWording;
import dev.lintel.domain.wire.WireName;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** Routes and domain, with a simple decision point in place of the rules, and nobody who asks who is there. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackages = "dev.lintel")
@ComponentScan(
        basePackages = "dev.lintel",
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*IT(\\$.*)?"))
public class RoutesUnderTest {
    /** Who acts; a test may set another. */
    public static volatile Actor actor = Actor.server();

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    SealedSecrets sealedSecrets() {
        return new SealedSecrets(new SecretKeySpec(Secrets.random(32), "AES"));
    }

    /** Widgets are views, which are not here. */
    @Bean
    DashboardWidget doors() {
        return new DashboardWidget() {
            @Override
            public String key() {
                return "doors";
            }

            @Override
            public WidgetSize usualSize() {
                return new WidgetSize(2, 1);
            }

            @Override
            public boolean isFor(Actor asker) {
                return asker.may(Permission.DEVICE_VIEW);
            }
        };
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    SimpleDecisionPoint decisionPoint() {
        return new SimpleDecisionPoint();
    }

    @Bean
    DecisionWording wording(WhyNot whyNot) {
        return new DecisionWording() {
            @Override
            public String sentence(AccessFacts facts, Decision decision, Locale locale) {
                return locale.getLanguage() + ":" + WireName.of(decision.reason());
            }

            @Override
            public Explanation explanation(AccessFacts facts, Decision decision, Locale locale) {
                return new Explanation(
                        sentence(facts, decision, locale),
                        whyNot.of(facts, decision).stream()
                                .map(together -> new Way(locale.getLanguage() + ":" + together.size(), together))
                                .toList());
            }
        };
    }

    @Bean
    ScheduleWording scheduleWording() {
        return (schedule, locale) -> locale.getLanguage() + ":" + schedule.rrule();
    }

    @Bean
    PassWording passWording() {
        return new PlainPassWording();
    }

    @Bean
    PassText passText() {
        return (pass, project, link) -> project.name() + " " + link;
    }

    @Bean
    ReportWording reportWording() {
        return (reader, report, language) ->
                report.project().name() + " " + report.changes().size() + " " + language;
    }

    @Bean
    EvidencePaper evidencePaper() {
        return (evidence, hash, language) -> (evidence.review().name() + " " + hash).getBytes(StandardCharsets.UTF_8);
    }

    @Bean
    PassSheet sheet() {
        return (pass, project, link) -> ("%PDF- " + link).getBytes(StandardCharsets.UTF_8);
    }

    @Bean
    CurrentActor currentActor() {
        return () -> actor;
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
