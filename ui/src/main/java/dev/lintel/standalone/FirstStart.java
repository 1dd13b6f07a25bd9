package dev.lintel.standalone;

import dev.lintel.domain.user.Accounts;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Makes the one administrator of a new server, and says the one-time password this once. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstStart implements ApplicationRunner {
    private final Accounts accounts;
    private final Environment environment;

    FirstStart(Accounts accounts, Environment environment) {
        this.accounts = accounts;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        // printed and not logged: a log file is kept, and read by others
        accounts.createFirstAdministrator().ifPresent(password -> System.out.println(welcome(password)));
    }

    private String welcome(String password) {
        return """

            ==================================================================
              Lintel is new here. Log in, and choose a password of your own:

                address    http://localhost:%s
                login      admin
                password   %s

              This password is good for one login, and is not shown again.
            ==================================================================
            """.formatted(environment.getProperty("local.server.port"), password);
    }
}
