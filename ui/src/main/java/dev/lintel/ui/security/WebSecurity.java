package dev.lintel.ui.security;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import dev.lintel.domain.user.ApiTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Five doors into the web server: devices, programs, operators' probes, visitors and their wallets, people. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {
    /** Vaadin starts its client with inline scripts and runs what views send it; all of it comes from here, though. */
    private static final String CONTENT_POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:;"
            + " connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** A visitor's page has no script at all. */
    private static final String VISITOR_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:;"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Devices prove themselves in the ways they know, each in its own words; a panel's token is no API token. */
    @Bean
    @Order(0)
    SecurityFilterChain devices(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/v0/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, ApiTokens tokens, LocalToken local) throws Exception {
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new BearerTokenFilter(tokens, local), UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (request, response, failure) -> Problem.UNAUTHORIZED.answer(response))
                        .accessDeniedHandler((request, response, failure) -> Problem.FORBIDDEN.answer(response)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain probes(HttpSecurity http, ApiTokens tokens, LocalToken local) throws Exception {
        RequestMatcher thisMachine = new DirectlyFromThisMachine();
        return http.securityMatcher("/actuator/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new BearerTokenFilter(tokens, local), UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers(request ->
                                "/actuator/prometheus".equals(request.getServletPath()) && thisMachine.matches(request))
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                        (request, response, failure) -> Problem.UNAUTHORIZED.answer(response)))
                .build();
    }

    /** Who has the address of a visitor's page needs nothing else, and the token of its pass is shown by wallets: no login, no cookie, so nobody can be made to open a door. */
    @Bean
    @Order(3)
    SecurityFilterChain visitors(HttpSecurity http) throws Exception {
        return http.securityMatcher("/g/**", "/wallet/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new VisitorLimit(), UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(VISITOR_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .frameOptions(frames -> frames.deny())
                        .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow")))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain people(HttpSecurity http, LoginSteps steps, LoginGuards guards) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/css/**",
                                "/js/**",
                                "/images/**",
                                "/webjars/**",
                                "/asyncapi.yaml",
                                "/v3/api-docs/**",
                                "/v3/api-docs.yaml",
                                "/swagger-ui/**",
                                "/swagger-ui.html")
                        .permitAll())
                .sessionManagement(session -> session.sessionAuthenticationStrategy(guards.recorder()))
                // the page is named here, too: before the view is known, Spring Security would put one of its own there
                .formLogin(form -> form.loginPage("/login").failureHandler(guards.refusals()))
                // whoever is logged in and types an address of nothing finds a page that says so
                .with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView("/login")
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
                .with(steps, Customizer.withDefaults())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(frames -> frames.deny()))
                .build();
    }
}
