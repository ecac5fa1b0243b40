package dev.seventouch.service.web;

import dev.seventouch.events.wire.Json;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, ErrorProblem.class})
@EnableConfigurationProperties({OperatorKey.class, NamedOperators.class})
public class WebConfiguration {

    /** JSON over HTTP follows the same conventions as on the topics. */
    @Bean
    JacksonModule seventouchModule() {
        return Json.module();
    }

    @Bean
    Operators operators(OperatorKey house, NamedOperators named) {
        return Operators.of(house, named.operators(), house.keys());
    }

    /**
     * Deny by default: what is not listed as public needs the operator's key. No cookie is ever read or set here, so
     * there is nothing that a foreign page could ride on.
     */
    @Bean
    SecurityFilterChain operatorChain(HttpSecurity http, PublicRoutes open, Operators operators, JsonMapper json) {
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers("/actuator/health/**", "/actuator/prometheus", "/error")
                                .permitAll()
                                .requestMatchers(open.patterns().toArray(String[]::new))
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .addFilterBefore(new OperatorKeyFilter(operators), AuthorizationFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(errors -> errors.authenticationEntryPoint((request, response, refused) -> {
                    ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                            HttpStatus.UNAUTHORIZED,
                            "Send an operator's key as \"Authorization: Bearer …\". The house's own is in the data directory, in operator.key.");
                    response.setStatus(problem.getStatus());
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"seventouch\"");
                    response.setContentType("application/problem+json");
                    json.writeValue(response.getOutputStream(), problem);
                }))
                .build();
    }

    /** There are no users with passwords; without this, Spring Boot would make one up and log its password. */
    @Bean
    UserDetailsService noUsers() {
        return name -> {
            throw new UsernameNotFoundException("there are no users with passwords");
        };
    }
}
