package dev.seventouch.desk.console;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page that asks for the operator's key. */
@RestController
final class SignInController {
    private final Pages pages;

    SignInController(Pages pages) {
        this.pages = pages;
    }

    @GetMapping(path = ConsoleConfiguration.SIGN_IN, produces = MediaType.TEXT_HTML_VALUE)
    String page(CsrfToken csrf, @RequestParam(required = false) @Nullable String refused) {
        return pages.fill(
                "sign-in",
                new Models.SignInPage(new Models.Csrf(csrf.getParameterName(), csrf.getToken()), refused != null));
    }
}
