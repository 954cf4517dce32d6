package io.jenkins.plugins.godeploy;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysFalse;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.Assert.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.jenkins.plugins.godeploy.ssh.SshException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.Test;

/** The rooms of the house and the doors between them. */
public class HouseTest {
    private static final String HOUSE = HouseTest.class.getPackageName();

    private static final Set<String> ENGINE =
            Set.of("shell", "process", "ssh", "release", "build", "transfer", "host", "config", "deploy", "history");

    /** Which rooms a room may use. */
    private static final Map<String, Set<String>> DOORS = Map.ofEntries(
            Map.entry("shell", Set.of()),
            Map.entry("process", Set.of()),
            Map.entry("ssh", Set.of()),
            Map.entry("release", Set.of()),
            Map.entry("build", Set.of("release", "process")),
            Map.entry("transfer", Set.of("ssh", "shell", "release")),
            Map.entry("host", Set.of("ssh", "shell", "release")),
            Map.entry("config", Set.of("release", "build", "host")),
            Map.entry("deploy", Set.of("host", "transfer", "config", "release", "process")),
            Map.entry("history", Set.of("release", "deploy", "host")),
            Map.entry("cli", ENGINE),
            Map.entry("jenkins", ENGINE));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(HOUSE);

    @Test
    public void roomsUseOnlyTheRoomsTheyHaveADoorTo() {
        DOORS.forEach((room, doors) -> {
            String[] closed = DOORS.keySet().stream()
                    .filter(other -> !other.equals(room) && !doors.contains(other))
                    .map(HouseTest::inside)
                    .toArray(String[]::new);
            // What host throws comes from ssh, so whoever may use host knows that one type of ssh too.
            DescribedPredicate<JavaClass> behindAClosedDoor = resideInAnyPackage(closed)
                    .and(not(doors.contains("host") ? equivalentTo(SshException.class) : alwaysFalse()));
            noClasses()
                    .that()
                    .resideInAPackage(inside(room))
                    .should()
                    .dependOnClassesThat(behindAClosedDoor)
                    .allowEmptyShould(true)
                    .check(CLASSES);
        });
    }

    @Test
    public void everyPackageIsARoomWithAKnownName() {
        Set<String> rooms = CLASSES.stream()
                .map(type -> type.getPackageName().substring(HOUSE.length()))
                .filter(name -> !name.isEmpty())
                .map(name -> name.split("\\.")[1])
                .collect(Collectors.toCollection(TreeSet::new));
        rooms.removeAll(DOORS.keySet());
        assertEquals(Set.of(), rooms);
    }

    @Test
    public void theRootHoldsOnlyWhatAllMayUse() {
        Set<String> root = CLASSES.stream()
                .filter(type -> type.getPackageName().equals(HOUSE))
                .map(type -> type.getSimpleName())
                .collect(Collectors.toSet());
        assertEquals(Set.of("BadInputException"), root);
    }

    @Test
    public void roomsHaveNoCycle() {
        slices().matching(HOUSE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching(HOUSE + ".jenkins.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    public void onlyTheAdaptersKnowJenkins() {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside("jenkins"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("hudson..", "jenkins..", "org.kohsuke..", "org.jenkinsci..", "com.cloudbees..")
                .check(CLASSES);
    }

    @Test
    public void webMethodsTakePostOrOnlyReadAndAskForAPermission() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(inside("jenkins"))
                .and()
                .arePublic()
                .and()
                .haveNameMatching("do[A-Z].*")
                .should()
                .beAnnotatedWith("org.kohsuke.stapler.verb.POST")
                .orShould()
                .beAnnotatedWith("org.kohsuke.stapler.interceptor.RequirePOST")
                .orShould()
                .beAnnotatedWith("org.kohsuke.stapler.verb.GET")
                .andShould(askForAPermission())
                .check(CLASSES);
    }

    private static ArchCondition<JavaMethod> askForAPermission() {
        return new ArchCondition<>("ask for a permission") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean asks = asks(method)
                        || method.getMethodCallsFromSelf().stream()
                                .flatMap(call -> call.getTarget().resolveMember().stream())
                                .anyMatch(called -> asks(called)
                                        || called.getMethodCallsFromSelf().stream()
                                                .flatMap(call -> call.getTarget().resolveMember().stream())
                                                .anyMatch(this::asks));
                events.add(new SimpleConditionEvent(method, asks, method.getFullName() + " asks for no permission"));
            }

            private boolean asks(JavaMethod method) {
                return method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getName().matches("(check|has)(Any)?Permission"));
            }
        };
    }

    private static String inside(String room) {
        return HOUSE + "." + room + "..";
    }
}
