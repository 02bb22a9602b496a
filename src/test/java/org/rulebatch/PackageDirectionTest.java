package org.rulebatch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.List;

/** Ensures that packages know each other in one direction only, as the design draws it. */
@AnalyzeClasses(packages = "org.rulebatch", importOptions = DoNotIncludeTests.class)
final class PackageDirectionTest {

    /** From the ground up; packages in one line do not know each other. A new package needs a place here. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("files..", "meaning.."),
            List.of("yaml.."),
            List.of("requirement.."),
            List.of("catalog.."),
            List.of("metadata..", "check..", "language.."),
            List.of("knowledge.."),
            List.of("store..", "ruleyaml..", "reading.."),
            List.of("validate.."),
            List.of("generate.."),
            List.of("lint.."),
            List.of("engine"),
            List.of("engine.aws.."),
            List.of("engine.scan.."),
            List.of("prove.."),
            List.of("pipeline.."),
            List.of("report.."),
            List.of("engine.testing..", "deploy..", "review..", "evaluate..", "describe..", "imports.."),
            List.of("batch.."),
            List.of("cli.."));

    @ArchTest
    static final ArchRule ARROWS_POINT_ONE_WAY = arrows();

    private static ArchRule arrows() {
        LayeredArchitecture floors = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("program")
                .definedBy("org.rulebatch");
        for (String name : FLOORS.stream().flatMap(List::stream).toList()) {
            floors = floors.layer(name).definedBy("org.rulebatch." + name);
        }
        List<String> above = new ArrayList<>(List.of("program"));
        for (int floor = FLOORS.size() - 1; floor >= 0; floor--) {
            for (String name : FLOORS.get(floor)) {
                floors = floors.whereLayer(name).mayOnlyBeAccessedByLayers(above.toArray(String[]::new));
            }
            above.addAll(FLOORS.get(floor));
        }
        return floors.ensureAllClassesAreContainedInArchitecture();
    }

    @ArchTest
    static final ArchRule NO_PACKAGES_KNOW_EACH_OTHER_IN_A_CIRCLE =
            slices().matching("org.rulebatch.(**)").should().beFreeOfCycles();

    /** Files and YAML are read and written from everywhere, so they may know nobody. */
    @ArchTest
    static final ArchRule FILES_AND_YAML_KNOW_NOBODY = noClasses()
            .that()
            .resideInAnyPackage("org.rulebatch.files..", "org.rulebatch.yaml..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.rulebatch..")
                    .and(not(resideInAnyPackage("org.rulebatch.files..", "org.rulebatch.yaml.."))));

    @ArchTest
    static final ArchRule ONLY_BATCH_AND_CLI_KNOW_SPRING_BATCH = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.rulebatch.files..",
                    "org.rulebatch.yaml..",
                    "org.rulebatch.store..",
                    "org.rulebatch.pipeline..",
                    "org.rulebatch.evaluate..",
                    "org.rulebatch.report..",
                    "org.rulebatch.describe..",
                    "org.rulebatch.review..",
                    "org.rulebatch.imports..",
                    "org.rulebatch.engine..",
                    "org.rulebatch.generate..",
                    "org.rulebatch.validate..",
                    "org.rulebatch.ruleyaml..",
                    "org.rulebatch.knowledge..",
                    "org.rulebatch.check..",
                    "org.rulebatch.language..",
                    "org.rulebatch.reading..",
                    "org.rulebatch.catalog..",
                    "org.rulebatch.requirement..",
                    "org.rulebatch.metadata..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.batch..")
            .allowEmptyShould(true);

    /** The language knows AWS's models, and how our data files are read. */
    @ArchTest
    static final ArchRule LANGUAGE_KNOWS_THE_CATALOG_ONLY = noClasses()
            .that()
            .resideInAPackage("org.rulebatch.language..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.rulebatch..")
                    .and(not(resideInAnyPackage(
                            "org.rulebatch.language..", "org.rulebatch.catalog..", "org.rulebatch.yaml.."))));

    /** One package evaluates: nobody else reaches CEL past it. */
    @ArchTest
    static final ArchRule ONLY_THE_LANGUAGE_KNOWS_CEL = noClasses()
            .that()
            .resideOutsideOfPackage("org.rulebatch.language..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.cel..");

    /** What a rule says is read from its texts alone. */
    @ArchTest
    static final ArchRule READING_KNOWS_METADATA_ONLY = noClasses()
            .that()
            .resideInAPackage("org.rulebatch.reading..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.rulebatch..")
                    .and(not(resideInAnyPackage(
                            "org.rulebatch.reading..",
                            "org.rulebatch.metadata..",
                            "org.rulebatch.files..",
                            "org.rulebatch.yaml.."))));
}
