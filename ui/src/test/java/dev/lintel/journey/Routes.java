package dev.lintel.journey;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The addresses of all views for people who are logged in, with names in place of ids: {@code users/:project/:user}. */
final class Routes {
    private Routes() {}

    static List<String> ofThisProduct() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        List<String> routes = scanner.findCandidateComponents("dev.lintel").stream()
                .map(found -> view(found.getBeanClassName()))
                .filter(view -> !view.isAnnotationPresent(AnonymousAllowed.class))
                .map(view -> view.getAnnotation(Route.class).value())
                .sorted()
                .toList();
        if (routes.size() < 20) {
            throw new AssertionError("where are the views? " + routes);
        }
        return routes;
    }

    private static Class<?> view(String name) {
        try {
            return Class.forName(name, false, Routes.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
