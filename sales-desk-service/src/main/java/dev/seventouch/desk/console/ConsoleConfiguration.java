package dev.seventouch.desk.console;

import dev.seventouch.service.web.Operators;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The pages' own gate: a session behind a sign-in, and a token in every form. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeskProperties.class)
class ConsoleConfiguration {
    static final String SIGN_IN = "/sign-in";
    private static final String SIGN_OUT = "/sign-out";
    static final String CHECK_COPY = "/check-copy";
    private static final String ASSETS = "/assets/**";

    /** Nothing comes from elsewhere, nothing is inline, nobody frames a page; previews have a policy of their own. */
    private static final String CONTENT_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; "
            + "connect-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(1) // before the chain that asks for the operator's key in a header
    SecurityFilterChain consoleChain(HttpSecurity http, Operators operators, DeskProperties desk) {
        return http.securityMatcher(
                        "/",
                        SIGN_IN,
                        SIGN_OUT,
                        "/tasks/**",
                        "/leads/**",
                        "/library",
                        "/letters/**",
                        "/mail/**",
                        "/dead-letters/**",
                        "/templates/**",
                        CHECK_COPY,
                        ASSETS)
                .authorizeHttpRequests(requests -> requests.requestMatchers(SIGN_IN, ASSETS)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .authenticationManager(new ProviderManager(new OperatorSignIn(operators)))
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .usernameParameter("name")
                        .passwordParameter("key")
                        .failureUrl(SIGN_IN + "?refused")
                        .successHandler((request, response, who) -> {
                            request.getSession()
                                    .setMaxInactiveInterval((int) desk.session().toSeconds());
                            seeOther(response, "/");
                        })
                        .permitAll())
                .logout(logout -> logout.logoutUrl(SIGN_OUT)
                        .logoutSuccessHandler((request, response, who) -> seeOther(response, SIGN_IN)))
                .requestCache(cache -> cache.disable())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        // Which pages may be framed is in their policies; this is for a browser that reads none.
                        .frameOptions(frame -> frame.sameOrigin())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    private static void seeOther(jakarta.servlet.http.HttpServletResponse response, String where) throws IOException {
        response.setStatus(303);
        response.setHeader("Location", where);
    }

    @Bean
    Pages pages() {
        return new Pages();
    }

    @Bean
    Words words(DeskProperties desk) {
        return new Words(desk.zone());
    }

    @Bean
    LibraryWords libraryWords(Words words) {
        return new LibraryWords(words);
    }

    @Bean
    LetterWords letterWords(Words words) {
        return new LetterWords(words);
    }

    @Bean
    TemplateWords templateWords() {
        return new TemplateWords();
    }

    @Bean
    DeadLetterWords deadLetterWords(Words words) {
        return new DeadLetterWords(words);
    }

    @Bean
    Frames frames(Words words, InstantSource clock) {
        return new Frames(words, clock);
    }
}
