package dev.lintel;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The plan of the house as sentences that the build checks. */
@AnalyzeClasses(
        packages = "dev.lintel",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {
    /** The other modules' test classes come as jars. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    /** Where the rule compiler puts what it makes of the rules. */
    private static final String GENERATED = "P[0-9A-F]{2}";

    /** Lower features first: none knows of a feature to its right. */
    private static final List<String> FEATURES = List.of(
            "permission",
            "listing",
            "mail",
            "sms",
            "group",
            "user",
            "schedule",
            "device",
            "restriction",
            "identifier",
            "guestpass",
            "site",
            "access",
            "wallet",
            "sync",
            "rulebook",
            "review",
            "notification",
            "audit");

    private static final String ACTOR = "dev.lintel.domain.permission.Actor";

    /** What a service asks an actor; a name or an account number alone bounds nothing but what is one's own. */
    private static final Set<String> ASKING =
            Set.of("require", "requireReach", "reach", "may", "sees", "projects", "membership", "account", "name");

    /** By what a list says which rows an actor may see. */
    private static final String VISIBLE = "visibleTo";

    private static final Set<String> CLOCK_READERS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    @ArchTest
    static final ArchRule the_domain_knows_neither_rules_nor_routes_nor_views = noClasses()
            .that()
            .resideInAPackage("dev.lintel.domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.lintel.rules..",
                    "dev.lintel.routes..",
                    "dev.lintel.ui..",
                    "dev.lintel.standalone..",
                    "org.drools..",
                    "org.kie..",
                    "org.apache.camel..",
                    "com.vaadin..");

    @ArchTest
    static final ArchRule rules_know_the_domain_only_and_no_database = noClasses()
            .that()
            .resideInAPackage("dev.lintel.rules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.lintel.routes..",
                    "dev.lintel.ui..",
                    "dev.lintel.standalone..",
                    "java.sql..",
                    "jakarta.persistence..",
                    "org.springframework.jdbc..",
                    "com.vaadin..");

    @ArchTest
    static final ArchRule routes_know_the_domain_only_and_never_the_rules = noClasses()
            .that()
            .resideInAPackage("dev.lintel.routes..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.lintel.rules..",
                    "dev.lintel.ui..",
                    "dev.lintel.standalone..",
                    "org.drools..",
                    "org.kie..",
                    "com.vaadin..",
                    "java.sql..");

    @ArchTest
    static final ArchRule lower_features_know_nothing_of_higher_ones =
            classes().that().resideInAPackage("dev.lintel.domain..").should(knowNoHigherFeature());

    @ArchTest
    static final ArchRule nobody_reads_the_clock_but_through_an_instant_source =
            noClasses().should().callMethodWhere(readsTheClock());

    @ArchTest
    static final ArchRule nobody_uses_the_time_zone_of_the_machine =
            noClasses().should().callMethod(java.time.ZoneId.class, "systemDefault");

    @ArchTest
    static final ArchRule views_use_services_and_never_the_database = noClasses()
            .that()
            .resideInAPackage("dev.lintel.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "jakarta.persistence..",
                    "org.springframework.jdbc..",
                    "org.springframework.data..",
                    "org.apache.camel..",
                    "org.drools..",
                    "org.kie..");

    @ArchTest
    static final ArchRule nothing_needs_a_front_end_bundle = noClasses()
            .should(beAnnotatedWith(describe("an annotation that would need Node", annotation -> Set.of(
                            "com.vaadin.flow.component.dependency.JsModule",
                            "com.vaadin.flow.component.dependency.NpmPackage",
                            "com.vaadin.flow.component.dependency.CssImport")
                    .contains(annotation.getRawType().getName()))));

    @ArchTest
    static final ArchRule every_service_operation_asks_for_a_permission_or_says_why_not = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith("org.springframework.stereotype.Service")
            .should(askItsActor());

    @ArchTest
    static final ArchRule every_list_asks_its_actor_what_is_visible = methods()
            .that()
            .haveName(VISIBLE)
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith("org.springframework.stereotype.Service")
            .should(askItsActor());

    @ArchTest
    static final ArchRule only_the_schedule_feature_knows_ical4j = noClasses()
            .that()
            .resideOutsideOfPackage("dev.lintel.domain.schedule..")
            .should()
            .dependOnClassesThat(resideInAPackage("net.fortuna.ical4j.."));

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Data")
            .orShould()
            .haveSimpleNameEndingWith("Info");

    @ArchTest
    static final ArchRule every_package_says_what_it_is_and_is_null_marked = classes()
            .should(new ArchCondition<>("stand in a package with a package-info that is @NullMarked") {
                private final Set<String> told = new TreeSet<>();

                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage()
                            .tryGetPackageInfo()
                            .map(info -> info.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                            .orElse(false);
                    boolean generated =
                            type.getPackageName().replaceFirst(".*\\.", "").matches(GENERATED);
                    if (!marked && !generated && told.add(type.getPackageName())) {
                        events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not"));
                    }
                }
            });

    private static ArchCondition<JavaMethod> askItsActor() {
        return new ArchCondition<>("take an Actor and ask it, or be @Unguarded") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean unguarded = method.isAnnotatedWith("dev.lintel.domain.permission.Unguarded");
                boolean takesActor = method.getRawParameterTypes().stream()
                        .anyMatch(type -> type.getName().equals(ACTOR));
                if (!unguarded && !(takesActor && asks(method, new HashSet<>()))) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " does not"));
                }
            }
        };
    }

    /** Whether it, or what it calls in its own feature, asks the actor anything, or has another service ask. */
    private static boolean asks(JavaCodeUnit unit, Set<JavaCodeUnit> seen) {
        return seen.add(unit)
                && unit.getCallsFromSelf().stream().anyMatch(call -> {
                    boolean asked = call.getTargetOwner().getName().equals(ACTOR) && ASKING.contains(call.getName())
                            || call.getName().equals(VISIBLE);
                    return asked
                            || call.getTarget()
                                    .resolveMember()
                                    .filter(member -> member instanceof JavaCodeUnit
                                            && member.getOwner()
                                                    .getPackageName()
                                                    .startsWith("dev.lintel.domain."))
                                    .map(member -> asks((JavaCodeUnit) member, seen))
                                    .orElse(false);
                });
    }

    private static ArchCondition<JavaClass> knowNoHigherFeature() {
        return new ArchCondition<>("know no higher feature") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                int own = FEATURES.indexOf(feature(type));
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> own >= 0 && FEATURES.indexOf(feature(dependency.getTargetClass())) > own)
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            }
        };
    }

    private static String feature(JavaClass type) {
        String name = type.getPackageName();
        String prefix = "dev.lintel.domain.";
        return name.startsWith(prefix) ? name.substring(prefix.length()).split("\\.")[0] : "";
    }

    private static DescribedPredicate<JavaCall<?>> readsTheClock() {
        return describe("read the clock of the machine", call -> {
            String owner = call.getTargetOwner().getName();
            return call.getName().equals("now") && CLOCK_READERS.contains(owner)
                    || call.getName().equals("currentTimeMillis")
                    || owner.equals("java.time.Clock") && call.getName().startsWith("system");
        });
    }
}
